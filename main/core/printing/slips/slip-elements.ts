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

export function titleText(text: string): TextElement {
  return { kind: 'text', size: 'title', runs: [{ text, bold: true }] };
}

/** Label and value with the distance before them; nothing where there is no value. */
export function factRow(label: string, value: string | null, detail?: string): SlipElement[] {
  return value === null
    ? []
    : [betweenFacts, { kind: 'row', label, value, ...(detail === undefined ? {} : { detail }) }];
}

/** A code to scan with what it leads to. */
export function codeToScan(text: string, beside: readonly TextElement[], moduleDots = usualModuleDots): SlipElement {
  return { kind: 'qr', text, moduleDots, beside };
}
