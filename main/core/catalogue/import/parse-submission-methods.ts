/** Cách thức thực hiện: the channels by which a file may be handed in, each with its time, its fees and its words. */
import type { Channel, Procedure, SubmissionMethod } from '../../../contract/procedure.ts';
import { cleanText, presentOrNull } from './clean-text.ts';
import type { ImportWarning, Parsed } from './import-warning.ts';
import { parseFees, splitRates } from './parse-fees.ts';
import { parseProcessingTime, splitTimeNote } from './parse-processing-time.ts';

const channelByWord: Readonly<Record<string, Channel>> = { DIRECT: 'direct', POSTAL: 'postal', ONLINE: 'online' };

export interface SubmissionMethods {
  readonly methods: SubmissionMethod[];
  /** Rates that carry words of their own. */
  readonly feeTextCount: number;
}

const labels = ['Thời hạn giải quyết:', 'Phí, lệ phí:', 'Mô tả:'] as const;

/** Cuts one block into its labelled parts; a label counts only in its published order, for "Mô tả" quotes them. */
function splitBlock(block: string): { readonly time: string; readonly fee: string; readonly note: string } {
  const parts: [string[], string[], string[]] = [[], [], []];
  let current = -1;
  for (const line of block.split('\n')) {
    const trimmed = line.trim();
    const label = labels.findIndex((text, index) => index > current && trimmed.startsWith(text));
    if (label >= 0) current = label;
    parts[current]?.push(label < 0 ? line : trimmed.slice(labels[label]?.length));
  }
  const [time, fee, note] = parts.map((lines) => lines.join('\n'));
  return { time: time ?? '', fee: fee ?? '', note: note ?? '' };
}

/** Reads the whole heading (cleaned). A channel word that is not known is left out with nothing lost from the official text. */
export function parseSubmissionMethods(text: string): Parsed<SubmissionMethods> {
  const methods: SubmissionMethod[] = [];
  const warnings: ImportWarning[] = [];
  let feeTextCount = 0;
  for (const block of text.split(/^[^\S\n]*\* Hình thức nộp:/mu).slice(1)) {
    const channel = channelByWord[/^\s*([A-Z]+)/u.exec(block)?.[1] ?? ''];
    if (channel === undefined) continue;
    const parts = splitBlock(block);
    const description = presentOrNull(cleanText(parts.note));
    const { time, rest } = splitTimeNote(description);
    const processingTime = parseProcessingTime(parts.time, time);
    const feeText = cleanText(parts.fee);
    const fees = parseFees(feeText, description);
    feeTextCount += splitRates(feeText).filter((rate) => presentOrNull(rate.text) !== null).length;
    if (processingTime.amount === null) {
      warnings.push({
        kind: 'time-unknown',
        detail: `${channel}: ${(processingTime.note ?? 'nothing stated').slice(0, 120)}`,
      });
    }
    warnings.push(...fees.warnings);
    methods.push({ channel, processingTime, fees: fees.value, note: rest });
  }
  return { value: { methods, feeTextCount }, warnings };
}

/** The export tells only that a channel ONLINE exists (docs/catalogue.md §6); full or part is the office's knowledge. */
export function onlineServiceOf(methods: readonly SubmissionMethod[]): Procedure['onlineService'] {
  const online = methods.filter((method) => method.channel === 'online').length;
  if (online === 0) return 'none';
  return online === methods.length ? 'only' : 'available';
}
