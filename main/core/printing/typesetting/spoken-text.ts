/** A slip read aloud: everything that stands on the paper, in reading order, one line each. */
import type { Language } from '../../../contract/kiosk.ts';
import type { SlipElement, SlipLayout, TextRun } from './slip-layout.ts';

/** What only eyes can tell; all other words are the slip's own. */
const codeNames: Readonly<Record<Language, { readonly qr: string; readonly barcode: string }>> = {
  vi: { qr: 'Mã QR', barcode: 'Mã vạch' },
  en: { qr: 'QR code', barcode: 'Barcode' },
};

/** `language` is the slip's. */
export function spokenText(layout: SlipLayout, language: Language = 'vi'): string {
  return layout.elements
    .flatMap((element) => speak(element, language))
    .map((line) => line.normalize('NFC'))
    .filter((line) => line !== '')
    .join('\n');
}

function speak(element: SlipElement, language: Language): string[] {
  switch (element.kind) {
    case 'text':
      return [joined(element.runs)];
    case 'heading':
      return [sentence([element.text, element.trailing])];
    case 'checkbox':
      return [sentence([joined(element.runs), element.trailing, element.detail])];
    case 'row':
      return [sentence([labelled(element.label, element.value), element.detail])];
    case 'number':
      return [spelled(element.text)];
    case 'table':
      return element.rows.map((cells) =>
        sentence(cells.map((cell, index) => (cell === '' ? '' : labelled(element.head?.[index] ?? '', cell)))),
      );
    case 'barcode':
      return [`${codeNames[language].barcode}: ${element.text}`];
    case 'qr':
      return [
        labelled(codeNames[language].qr, hostOf(element.text)),
        ...(element.beside ?? []).map((text) => joined(text.runs)),
        element.caption ?? '',
      ];
    case 'rule':
    case 'space':
    case 'figure':
    case 'cut':
      break;
  }
  return [];
}

/** Letter by letter, as it is called out: "A 0 0 5", not "A five". */
function spelled(text: string): string {
  return Array.from(text.normalize('NFC').replace(/\s+/gu, '')).join(' ');
}

/** Whose page a code leads to; empty where it holds no link (a payment). */
function hostOf(text: string): string {
  return URL.canParse(text) ? new URL(text).hostname : '';
}

function joined(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

function labelled(label: string, value: string): string {
  return [label, value].filter((text) => text !== '').join(': ');
}

function sentence(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('. ');
}
