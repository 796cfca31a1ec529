/** Trình tự thực hiện: steps where the text marks them, one block where it does not. Every word stays. */
import type { Procedure } from '../../../contract/procedure.ts';
import { joinBrokenLines, presentOrNull } from './clean-text.ts';

type Step = Procedure['steps'][number];

/** A heading in front of a step is at most this long; beyond it, it is the step's text. */
const longestTitle = 120;

const numberedStep =
  /^[\s\-–+*•]*(?:Bước|BƯỚC)\s*(?:thứ\s*)?(\d+(?:\.\d+)*|[Nn]hất|[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm)\s*[.:)–-]*\s*/u;

function toStep(lines: readonly string[]): Step | null {
  const [first = '', ...rest] = lines;
  const number = numberedStep.exec(first);
  const head = number ? first.slice(number[0].length).trim() : first;
  const label = number ? `Bước ${number[1] ?? ''}` : null;
  const body = rest.join('\n').trim();
  if (body === '' || body === head) {
    const text = head || body;
    return text === '' ? null : { title: label, text };
  }
  const isHeading = head.length <= longestTitle && !/[.;,]$/u.test(head);
  if (!isHeading) return { title: label, text: [head, body].filter(Boolean).join('\n') };
  const title = [label, head.replace(/^[\s*+•–-]+|\s*:$/gu, '')]
    .filter((part) => part !== null && part !== '')
    .join(': ');
  return { title: title || null, text: body };
}

/** Reads cleaned text. Cuts at the portal's own list of steps (`* `), else at `Bước n`; text before the first mark is a step without a title. */
export function parseSteps(text: string): Step[] {
  if (presentOrNull(text) === null) return [];
  const isListed = text.startsWith('* ');
  const lines = joinBrokenLines(text)
    .split('\n')
    .filter((line) => line !== '');
  const hasNumbers = lines.some((line) => numberedStep.test(line));
  const blocks: string[][] = [];
  for (const line of lines) {
    const starts = hasNumbers ? numberedStep.test(line) : isListed && line.startsWith('* ');
    const bare = starts || isListed ? line.replace(/^\* (?:[-+] )?/u, '') : line;
    const last = blocks.at(-1);
    if (starts || !last) blocks.push([bare]);
    else last.push(bare);
  }
  return blocks.flatMap((block) => toStep(block) ?? []);
}
