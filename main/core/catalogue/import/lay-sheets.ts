/** Lays an office's sheet over its city's, per procedure and key, keeping who said what. */
import type { ShownNotice } from '../../../contract/notices.ts';
import type { SiteContent } from '../site-content.ts';
import type { Overlay, OverlayProcedure } from './overlay.ts';

export interface LaidProcedure extends OverlayProcedure {
  /** Whose the local fee is. */
  readonly localFeeOrigin?: 'city' | 'office';
}

/** Both sheets as one. */
export interface LaidSheet {
  /** Whose sheet lies on top; null where there is none at all. */
  readonly office: string | null;
  readonly province: string | null;
  readonly procedures: Readonly<Record<string, LaidProcedure>>;
  /** The office's before the city's, each in the order of its sheet. */
  readonly notices: readonly ShownNotice[];
  readonly siteContent: SiteContent;
}

/**
 * Each code and each key of a procedure, and each part of the rest, is the upper sheet's where it says anything, else the lower one's. The upper
 * is an office's whatever it calls itself; a lower one under it is its city's, unless it says otherwise.
 */
export function laySheets(lower: Overlay | null, upper: Overlay | null): LaidSheet {
  const lowerScope = lower?.scope ?? (upper === null ? 'office' : 'city');
  const sheets = [
    ...(lower === null ? [] : [{ sheet: lower, origin: lowerScope }]),
    ...(upper === null ? [] : [{ sheet: upper, origin: 'office' as const }]),
  ];
  const procedures: Record<string, LaidProcedure> = {};
  for (const { sheet, origin } of sheets) {
    for (const [code, said] of Object.entries(sheet.procedures)) {
      const below = Object.hasOwn(procedures, code) ? procedures[code] : undefined;
      const laid = said.localFee === undefined ? said : { ...said, localFeeOrigin: origin };
      procedures[code] = { ...below, ...laid };
    }
  }
  const topmost = <Key extends keyof Overlay>(key: Key): Overlay[Key] | null => upper?.[key] ?? lower?.[key] ?? null;
  return {
    office: topmost('office'),
    province: topmost('province'),
    procedures,
    notices: sheets
      .toReversed()
      .flatMap(({ sheet, origin }) => (sheet.notices ?? []).map((notice) => ({ ...notice, origin }))),
    siteContent: {
      openingHours: topmost('openingHours') ?? null,
      closedDates: topmost('closedDates') ?? null,
      workedDates: topmost('workedDates') ?? null,
      hours: topmost('hours') ?? null,
      helpDesk: topmost('helpDesk') ?? null,
    },
  };
}
