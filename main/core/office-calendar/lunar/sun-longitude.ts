/** Where the sun stands, which names the lunar months and makes leap months. J. Meeus, Astronomical Algorithms, chapter 25. */
import { dynamicalMinusUniversalDays } from './delta-t.ts';
import { sinDegrees } from './sin-degrees.ts';

const julianDay2000 = 2_451_545;
const daysPerCentury = 36_525;

/** Apparent longitude of the sun in degrees, 0 ≤ x < 360, at a Julian day (universal time); right to 0.01°, a quarter of an hour. */
export function sunLongitude(julianDay: number): number {
  const t = (julianDay + dynamicalMinusUniversalDays(julianDay) - julianDay2000) / daysPerCentury;
  const mean = 280.46646 + (36000.76983 + 0.0003032 * t) * t;
  const anomaly = 357.52911 + (35999.05029 - 0.0001537 * t) * t;
  const centre =
    (1.914602 - (0.004817 + 0.000014 * t) * t) * sinDegrees(anomaly) +
    (0.019993 - 0.000101 * t) * sinDegrees(2 * anomaly) +
    0.000289 * sinDegrees(3 * anomaly);
  const nutationAndAberration = -0.00569 - 0.00478 * sinDegrees(125.04 - 1934.136 * t);
  const longitude = (mean + centre + nutationAndAberration) % 360;
  return longitude < 0 ? longitude + 360 : longitude;
}
