/**
 * How far the uniform time of the formulas runs ahead of the earth's own (ΔT): F. Espenak and J. Meeus, Five Millennium Canon of
 * Solar Eclipses, polynomial expressions. Beyond 2020 it is a forecast; an error of a minute moves no lunar month of 1950–2100.
 */

const secondsPerDay = 86_400;
const daysPerYear = 365.25;
/** Julian day of 1 January 2000, 12:00. */
const julianDay2000 = 2_451_545;

/** In days, for a Julian day between 1941 and 2150. */
export function dynamicalMinusUniversalDays(julianDay: number): number {
  return seconds(2000 + (julianDay - julianDay2000) / daysPerYear) / secondsPerDay;
}

function seconds(year: number): number {
  if (year < 1961) {
    return polynomial(year - 1950, [29.07, 0.407, -1 / 233, 1 / 2547]);
  }
  if (year < 1986) {
    return polynomial(year - 1975, [45.45, 1.067, -1 / 260, -1 / 718]);
  }
  if (year < 2005) {
    return polynomial(year - 2000, [63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599]);
  }
  if (year < 2050) {
    return polynomial(year - 2000, [62.92, 0.32217, 0.005589]);
  }
  return polynomial((year - 1820) / 100, [-20, 0, 32]) - 0.5628 * (2150 - year);
}

/** Coefficients from the constant upwards. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
