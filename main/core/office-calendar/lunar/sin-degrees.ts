/** Astronomers reckon in degrees; the machine's sine does not. */
export function sinDegrees(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
