/** The moments of new moons (sóc), from which lunar months begin. J. Meeus, Astronomical Algorithms, 2nd edition, chapter 49. */
import { dynamicalMinusUniversalDays } from './delta-t.ts';
import { sinDegrees } from './sin-degrees.ts';

/** Mean length of a lunar month, in days. */
export const meanLunarMonth = 29.530588861;

/** Julian ephemeris day of the mean new moon of 6 January 2000, which counts as number 0. */
export const newMoonEpoch = 2_451_550.09766;

/** Amplitude in days, power of the earth's eccentricity E, and multiples of M (sun), M' (moon), F and Ω in the angle. */
type Term = readonly [
  amplitude: number,
  eccentricity: 0 | 1 | 2,
  sun: number,
  moon: number,
  latitude: number,
  node: number,
];

const terms: readonly Term[] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
  [-0.00002, 0, -1, 1, -2, 0],
  [-0.00002, 0, 1, 3, 0, 0],
  [0.00002, 0, 0, 4, 0, 0],
];

/** What the planets add: amplitude in days, angle at number 0 and its growth a month, both in degrees. */
const planetaryTerms = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
] as const;

/** Julian day (universal time) of the new moon of that number; the months' numbers run on from the first new moon of 2000. */
export function newMoon(number: number): number {
  const k = number;
  const t = k / 1236.85;
  const mean = newMoonEpoch + meanLunarMonth * k + (0.00015437 + (-0.00000015 + 0.00000000073 * t) * t) * t * t;
  const eccentricity = 1 - (0.002516 + 0.0000074 * t) * t;
  const sun = 2.5534 + 29.1053567 * k - (0.0000014 + 0.00000011 * t) * t * t;
  const moon = 201.5643 + 385.81693528 * k + (0.0107582 + (0.00001238 - 0.000000058 * t) * t) * t * t;
  const latitude = 160.7108 + 390.67050284 * k - (0.0016118 + (0.00000227 - 0.000000011 * t) * t) * t * t;
  const node = 124.7746 - 1.56375588 * k + (0.0020672 + 0.00000215 * t) * t * t;
  let dynamical = mean;
  for (const [amplitude, power, ofSun, ofMoon, ofLatitude, ofNode] of terms) {
    const angle = ofSun * sun + ofMoon * moon + ofLatitude * latitude + ofNode * node;
    dynamical += amplitude * eccentricity ** power * sinDegrees(angle);
  }
  for (const [index, [amplitude, angle, growth]] of planetaryTerms.entries()) {
    // The first alone has a term in the square of time.
    dynamical += amplitude * sinDegrees(angle + growth * k - (index === 0 ? 0.009173 * t * t : 0));
  }
  return dynamical - dynamicalMinusUniversalDays(dynamical);
}
