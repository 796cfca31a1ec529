/** What the lists need of a procedure that was laid over and stored. */
import type { Procedure } from '../../../contract/procedure.ts';
import { browseFactsOf } from './browse-facts.ts';
import type { ListedProcedure } from './listed-procedure.ts';

/** Before it is known which national rules give way to the own province's. */
export type Candidate = Omit<ListedProcedure, 'inWard' | 'inXa'>;

export function listProcedure(
  procedure: Procedure,
  facts: Pick<Candidate, 'contentId' | 'sha256' | 'isBundled' | 'pinned'>,
): Candidate {
  const { issuer, english } = procedure;
  return {
    ...facts,
    ...browseFactsOf(procedure),
    code: procedure.code,
    name: procedure.name,
    shortTitle: procedure.shortTitle,
    english: english?.shortTitle ?? null,
    aliases: procedure.aliases,
    level: procedure.level,
    field: procedure.field,
    tile: procedure.tile,
    servedAt: procedure.servedAt,
    onlineService: procedure.onlineService,
    issuer,
    audience: procedure.audience,
    handWritten: procedure.handWritten,
    province: issuer.scope === 'province' ? issuer.province : null,
  };
}
