/** A slip read aloud: everything that stands on the paper, in reading order, one line each. */
import type { SlipElement, SlipLayout, TextRun } from './slip-layout.ts';

export function spokenText(layout: SlipLayout): string {
  return layout.elements
    .map(speak)
    .filter((line) => line !== '')
    .join('\n');
}

function speak(element: SlipElement): string {
  switch (element.kind) {
    case 'text':
      return joined(element.runs);
    case 'heading':
      return sentence([element.text, element.trailing]);
    case 'checkbox':
      return sentence([joined(element.runs), element.trailing, element.detail]);
    case 'row':
      return sentence([[element.label, element.value].filter((text) => text !== '').join(': '), element.detail]);
    case 'qr':
      return [
        ...(element.beside ?? []).map((text) => joined(text.runs)),
        ...(element.caption === undefined ? [] : [element.caption]),
      ].join('\n');
    case 'rule':
    case 'space':
      break;
  }
  return '';
}

function joined(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

function sentence(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('. ');
}
