/** Which PINs staff may choose: long enough for fingers that guess, and none of those that everybody tries first. */

/** Digits of a PIN. */
const shortest = 6;
const longest = 12;

/** Why it is none, for staff at a terminal; null where it will do. */
export function pinFault(pin: string): string | null {
  if (!/^\d*$/u.test(pin)) {
    return 'A PIN has digits only';
  }
  if (pin.length < shortest || pin.length > longest) {
    return `A PIN has ${shortest} to ${longest} digits`;
  }
  return isTrivial(pin) ? 'This PIN is one of those that are guessed first' : null;
}

/** Of one, two or three digits repeated (111111, 121212, 123123), or steps of one up or down (123456, 987654, 890123). */
function isTrivial(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const repeats = (length: number): boolean => digits.every((digit, index) => digit === digits[index % length]);
  const steps = (step: number): boolean =>
    digits.every((digit, index) => index === 0 || digit === ((digits[index - 1] ?? 0) + step + 10) % 10);
  return repeats(1) || repeats(2) || repeats(3) || steps(1) || steps(-1);
}
