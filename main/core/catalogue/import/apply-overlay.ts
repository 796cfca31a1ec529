/** Lays a sheet over a procedure; everything it adds is marked as the office's or the city's. */
import type { Fee, Procedure, SubmissionMethod } from '../../../contract/procedure.ts';
import type { LaidProcedure, LaidSheet } from './lay-sheets.ts';
import { nearbyPlaces } from './nearby-places.ts';
import { overlayFor } from './overlay.ts';

const councilWords = /hội đồng nhân dân|hđnd/iu;

/** A rate the nation left to the province, or said nothing of. Exemptions stay beside the office's fee. */
function isLeftToProvince(fee: Fee): boolean {
  if (fee.exemption) return false;
  return fee.kind === 'council' || fee.kind === 'unstated' || councilWords.test(fee.text);
}

/** Sentences on who pays nothing, kept when the rest of a council's text gives way to the office's fee. */
function exemptionsOf(fee: Fee): Fee[] {
  const sentences = fee.text
    .split(/(?<=[.;])\s+/u)
    .filter((sentence) => /^[\s\-+*]*(?:được )?(?:miễn|giảm)/iu.test(sentence));
  return sentences.map((text) => ({ ...fee, kind: 'text', amountVnd: null, text, exemption: true }));
}

function localFee(local: NonNullable<LaidProcedure['localFee']>, origin: Fee['origin']): Fee {
  const isAmount = local.amountVnd !== null && local.amountVnd > 0;
  const isFree = /(?<!không )miễn/iu.test(local.text) && !isAmount;
  return {
    kind: isAmount ? 'amount' : isFree ? 'free' : 'text',
    amountVnd: isAmount ? local.amountVnd : null,
    text: local.text,
    exemption: false,
    validUntil: null,
    legalBasis: local.decision,
    origin,
  };
}

function withLocalFee(method: SubmissionMethod, sheet: LaidProcedure): SubmissionMethod {
  const local = sheet.localFee;
  if (!local || !method.fees.some(isLeftToProvince)) return method;
  const replaced = method.fees.filter(isLeftToProvince);
  const kept = method.fees.filter((fee) => !isLeftToProvince(fee));
  return {
    ...method,
    fees: [localFee(local, sheet.localFeeOrigin ?? 'office'), ...replaced.flatMap(exemptionsOf), ...kept],
  };
}

/**
 * The procedure as this office shows it, from one whose tile is where it stands if done nearby (`mergeRecords`). A national
 * amount is law and is not replaced by `localFee`. What is done elsewhere, and rules of other provinces, lose their home tile;
 * a sheet without a province means that the own one is not known.
 */
export function applyOverlay(procedure: Procedure, sheets: Pick<LaidSheet, 'province' | 'procedures'>): Procedure {
  const sheet = overlayFor(sheets, procedure.code);
  const servedAt = sheet?.servedAt ?? procedure.servedAt;
  const isForeign = procedure.issuer.scope === 'province' && procedure.issuer.province !== sheets.province;
  const tile = isForeign || !nearbyPlaces.has(servedAt) ? null : procedure.tile;
  if (!sheet) return { ...procedure, tile };
  return {
    ...procedure,
    tile,
    servedAt,
    servedAtOrigin: sheet.servedAt === undefined ? procedure.servedAtOrigin : 'overlay',
    aliases: [...new Set([...procedure.aliases, ...(sheet.aliases ?? [])])],
    onlineService:
      procedure.onlineService === 'available' ? (sheet.onlineService ?? 'available') : procedure.onlineService,
    submissionMethods: procedure.submissionMethods.map((method) => withLocalFee(method, sheet)),
    office:
      sheet.note === undefined && sheet.counter === undefined
        ? null
        : { note: sheet.note ?? null, counter: sheet.counter ?? null },
  };
}
