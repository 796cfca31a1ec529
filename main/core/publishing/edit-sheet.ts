/** Changes one office's sheet as the terminal asks for it; the whole sheet is checked afterwards. */
import { z } from 'zod';
import { KioskError } from '../../contract/error.ts';
import type { Notice } from '../../contract/notices.ts';
import { places } from '../../contract/procedure.ts';
import { type Overlay, type OverlayProcedure, overlaySchema } from '../catalogue/import/overlay.ts';
import { officeDate } from '../office-date.ts';

/** What can be set for one procedure, and what is expected. */
export const sheetSettings = {
  counter: 'text, e.g. "Quầy số 3 – Tư pháp"',
  fee: 'text for citizens, e.g. "8.000 đồng một việc"',
  'fee-amount': 'whole đồng, or none where one number does not tell it',
  decision: 'the paper that sets the fee, e.g. "NQ 08/2025/NQ-HĐND"',
  note: 'text',
  hidden: 'yes or no',
  pinned: 'yes or no',
  aliases: 'local words, separated by commas',
  'served-at': places.join(', '),
  'online-service': 'full or part',
} as const;
export type SheetSetting = keyof typeof sheetSettings;

export interface SheetEdits {
  /** Of the procedure that `set` and `clear` are about; null for none. */
  readonly code: string | null;
  readonly set: ReadonlyMap<SheetSetting, string>;
  readonly clear: readonly SheetSetting[];
  readonly notice: Notice | null;
  readonly removedNotices: readonly string[];
}

export interface EditedSheet {
  readonly sheet: Overlay;
  /** Ids of notices that had ended and were taken out. */
  readonly endedNotices: readonly string[];
}

/** A sheet that says nothing yet. */
export function emptySheet(office: string, province: string | null, nowMs: number): Overlay {
  return { office, province, updatedDate: officeDate(nowMs), procedures: {} };
}

/** A notice of the same id is replaced. Errors: `invalid-request`, `not-found` for a notice that is to go and is not there. */
export function editSheet(sheet: Overlay, edits: SheetEdits, nowMs: number): EditedSheet {
  const procedures = { ...sheet.procedures };
  const { code } = edits;
  if (code !== null) {
    const edited = editProcedure(procedures[code] ?? {}, edits);
    if (Object.keys(edited).length === 0) delete procedures[code];
    else procedures[code] = edited;
  }
  const former = sheet.notices ?? [];
  const missing = edits.removedNotices.find((id) => !former.some((notice) => notice.id === id));
  if (missing !== undefined) {
    throw new KioskError(
      'not-found',
      `The sheet has no notice ${missing}; its notices are ${former.map(({ id }) => id).join(', ') || 'none'}.`,
    );
  }
  const ended = former.filter(({ untilMs }) => untilMs !== null && untilMs <= nowMs);
  const replaced = new Set([
    ...edits.removedNotices,
    ...ended.map(({ id }) => id),
    ...(edits.notice === null ? [] : [edits.notice.id]),
  ]);
  const notices = [...former.filter(({ id }) => !replaced.has(id)), ...(edits.notice === null ? [] : [edits.notice])];
  const { notices: _, ...rest } = sheet;
  const draft = { ...rest, updatedDate: officeDate(nowMs), procedures, ...(notices.length === 0 ? {} : { notices }) };
  const parsed = overlaySchema.safeParse(draft);
  if (!parsed.success) {
    throw new KioskError(
      'invalid-request',
      `The sheet would not be as it should be; nothing was changed.\n${z.prettifyError(parsed.error)}`,
    );
  }
  return { sheet: parsed.data, endedNotices: ended.map(({ id }) => id) };
}

/** Loose: the schema judges the whole afterwards. */
type Draft = Record<string, unknown> & { localFee?: Record<string, unknown> };

function editProcedure(former: OverlayProcedure, { set, clear }: SheetEdits): OverlayProcedure {
  const { localFee, ...others } = former;
  const draft: Draft = { ...others };
  const fee: Record<string, unknown> = { ...localFee };
  for (const setting of clear) {
    if (setting === 'fee') for (const part of Object.keys(fee)) delete fee[part];
    else if (isFeePart(setting)) delete fee[feeParts[setting]];
    else delete draft[fieldOf[setting]];
  }
  for (const [setting, value] of set) {
    if (isFeePart(setting)) fee[feeParts[setting]] = setting === 'fee-amount' ? amountOf(value) : value;
    else draft[fieldOf[setting]] = valueOf(setting, value);
  }
  if (Object.keys(fee).length > 0) {
    const complete = { amountVnd: null, ...fee };
    if (!('text' in fee) || !('decision' in fee)) {
      throw new KioskError(
        'invalid-request',
        'A local fee needs its words and the decision that sets it: --set fee="…" --set decision="…". Nothing was changed.',
      );
    }
    draft.localFee = complete;
  }
  // The schema of the whole sheet checks it next.
  return draft as OverlayProcedure;
}

const feeParts = { fee: 'text', 'fee-amount': 'amountVnd', decision: 'decision' } as const;

function isFeePart(setting: SheetSetting): setting is keyof typeof feeParts {
  return setting in feeParts;
}

const fieldOf = {
  counter: 'counter',
  note: 'note',
  hidden: 'hidden',
  pinned: 'pinned',
  aliases: 'aliases',
  'served-at': 'servedAt',
  'online-service': 'onlineService',
} as const;

function valueOf(setting: keyof typeof fieldOf, value: string): unknown {
  if (setting === 'aliases') {
    return value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  }
  if (setting !== 'hidden' && setting !== 'pinned') {
    return value;
  }
  if (value !== 'yes' && value !== 'no') {
    throw new KioskError(
      'invalid-request',
      `${setting} is yes or no, not ${JSON.stringify(value)}; nothing was changed.`,
    );
  }
  return value === 'yes';
}

function amountOf(value: string): number | null {
  if (value === 'none') {
    return null;
  }
  const digits = value.replaceAll(/[.\s]/gu, '');
  if (!/^\d{1,12}$/u.test(digits)) {
    throw new KioskError(
      'invalid-request',
      `fee-amount is whole đồng or none, not ${JSON.stringify(value)}; nothing was changed.`,
    );
  }
  return Number(digits);
}
