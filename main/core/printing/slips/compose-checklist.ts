/** The checklist of one procedure: what to bring, how long, what it costs, where. Made as data; the paper comes later. */
import type { SlipLayout } from '../typesetting/slip-layout.ts';
import { type ChecklistRequest, checklistBlocks } from './checklist-blocks.ts';
import { slipBlock } from './fit-blocks.ts';
import { fitSlip } from './fit-slip.ts';
import { type HeightOf, officeHeader } from './slip-frame.ts';
import { slipWords } from './slip-words.ts';

/**
 * Never higher than `maximumHeightMillimetres` (150 or more) together with the feed to the cutter.
 * Errors: `not-found` where `caseId` names none of the procedure's cases.
 */
export function composeChecklist(request: ChecklistRequest, heightOf: HeightOf): SlipLayout {
  const blocksAt = checklistBlocks(request, heightOf);
  const { leftOut } = slipWords[request.language];
  return fitSlip((detail) => [slipBlock('fixed', officeHeader(request)), ...blocksAt(detail)], leftOut, {
    heightOf,
    context: request,
  });
}
