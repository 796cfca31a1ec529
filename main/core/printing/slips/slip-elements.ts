/** The few elements slips are made of, in the distances and sizes they have in common. */
import type { SlipElement, TextElement } from '../typesetting/slip-layout.ts';

/** Edge of a square of a QR code: 0.6 mm. */
const usualModuleDots = 5;

export const betweenFacts: SlipElement = { kind: 'space', heightDots: 10 };
export const smallGap: SlipElement = { kind: 'space', heightDots: 8 };
export const gap: SlipElement = { kind: 'space', heightDots: 18 };

export function smallText(text: string, bold = false): TextElement {
  return { kind: 'text', size: 'small', runs: [{ text, bold }] };
}

export function bodyText(text: string, bold = false): TextElement {
  return { kind: 'text', size: 'body', runs: [{ text, bold }] };
}

function titleText(text: string): TextElement {
  return { kind: 'text', size: 'title', runs: [{ text, bold: true }] };
}

/** In title size, or in reading size where the paper is too narrow for one of its words: a torn word is hard to read. */
export function fittingTitle(text: string, heightOf: (elements: readonly SlipElement[]) => number): TextElement {
  const oneLine = heightOf([titleText('0')]);
  const fits = text.split(/\s+/u).every((word) => heightOf([titleText(word)]) <= oneLine);
  return fits ? titleText(text) : bodyText(text, true);
}

/** A fact in one paragraph over the whole width, for long values; nothing where there is no value. */
export function wideFact(label: string, value: string | null): SlipElement[] {
  const runs = [{ text: `${label}: ` }, { text: value ?? '', bold: true }];
  return value === null ? [] : [betweenFacts, { kind: 'text', size: 'body', runs }];
}

/** A fact with the distance before it: label, value, and what explains it; nothing where the value is null. */
export type FactRow = (label: string, value: string | null, details?: readonly string[]) => SlipElement[];

/**
 * Label and value in two columns where the paper has them, else in one paragraph: that is shorter than one below the
 * other.
 */
export function createFactRow(heightOf: (elements: readonly SlipElement[]) => number): FactRow {
  const columns = heightOf([{ kind: 'row', label: '0', value: '0' }]) <= heightOf([bodyText('0')]);
  return (label, value, details = []) => {
    if (value === null) {
      return [];
    }
    const detail = details.join('\n');
    if (columns) {
      return [betweenFacts, { kind: 'row', label, value, ...(detail === '' ? {} : { detail }) }];
    }
    const wide = label === '' ? [betweenFacts, bodyText(value, true)] : wideFact(label, value);
    return detail === '' ? wide : [...wide, bodyText(detail)];
  };
}

/** A code to scan with what it leads to. */
export function codeToScan(text: string, beside: readonly TextElement[], moduleDots = usualModuleDots): SlipElement {
  return { kind: 'qr', text, moduleDots, beside };
}
