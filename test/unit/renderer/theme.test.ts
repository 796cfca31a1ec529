/** The design tokens keep what the law asks of a kiosk: contrast (WCAG 2.2), touch (≥ 15 mm) and letters (EN 301 549). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../renderer/theme/tokens.css', import.meta.url), 'utf8');
const token = (name: string): string => {
  const value = new RegExp(`^ +--${name}: ([^;]+);`, 'm').exec(css)?.[1];
  if (value === undefined) throw new Error(`no token --${name}`);
  return value;
};

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(token(one)), luminance(token(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** 24″ diagonal at 1920 × 1080. */
const pixelMm = (24 * 25.4) / Math.hypot(1920, 1080);

/** Be Vietnam Pro: capital height 0.7 em. */
const capitalMm = (px: number) => px * 0.7 * pixelMm;

describe('design tokens', () => {
  it.each([
    ['ink', 'paper'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'surface'],
    ['ink-soft', 'surface-warm'],
    ['red', 'surface'],
    ['red', 'red-tint'],
    ['on-red', 'red'],
    ['on-red', 'red-dark'],
    ['on-red-soft', 'red-dark'],
    ['on-red-soft', 'red'],
    ['gold-ink', 'gold-tint'],
    ['gold-bright', 'red-dark'],
    ['green', 'green-tint'],
    ['green', 'surface'],
    ['red-deep', 'gold-bright'],
    ['ink', 'gold-bright'],
  ])('%s on %s reads with at least 4.5 : 1', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['line-strong', 'surface'],
    ['line-strong', 'gold-tint'],
    ['focus', 'focus-halo'],
  ])('%s beside %s is seen with at least 3 : 1', (line, ground) => {
    expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
  });

  it('makes every touch target at least 15 mm', () => {
    const millimetres = Number(/calc\(([\d.]+) \*/.exec(token('touch'))?.[1]);
    expect(millimetres).toBeGreaterThanOrEqual(15);
    expect(Number.parseFloat(token('mm')) * pixelMm).toBeCloseTo(1, 2);
  });

  it('draws capitals of at least 4.8 mm, and of 7.3 mm in very large text', () => {
    const size = (name: string) => Number(/calc\(([\d.]+)px/.exec(token(name))?.[1]);
    expect(capitalMm(size('text-small'))).toBeGreaterThanOrEqual(4.8);
    expect(capitalMm(Number.parseFloat(token('text-bar')))).toBeGreaterThanOrEqual(4.8);
    const veryLarge = Number(/very-large"\] \{\s*--text-scale: ([\d.]+)/.exec(css)?.[1]);
    expect(capitalMm(size('text-body') * veryLarge)).toBeGreaterThanOrEqual(7.3);
  });
});
