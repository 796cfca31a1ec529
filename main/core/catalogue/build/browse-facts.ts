/** What browsing asks of a procedure and the source does not say outright: its letter, whether it is free, its papers' keys. */
import { letterOf } from '../../../contract/index-letter.ts';
import type { Procedure, RequiredDocument } from '../../../contract/procedure.ts';
import { caseGroups } from '../../../contract/select-papers.ts';
import { foldCase } from '../import/fold-text.ts';

export interface BrowseFacts {
  /** One of `indexLetters`. */
  readonly letter: string;
  readonly isFree: boolean;
  /** Its papers depend on a case the citizen chooses. */
  readonly hasCases: boolean;
  /** Papers a citizen brings, folded for comparing, each once. */
  readonly paperKeys: readonly string[];
}

export function browseFactsOf(procedure: Procedure): BrowseFacts {
  return {
    letter: letterOf(procedure.shortTitle),
    isFree: isFree(procedure),
    hasCases: caseGroups(procedure.documentGroups).length > 0,
    paperKeys: paperKeysOf(procedure),
  };
}

/** Every rate at the counter (without a counter: of every way) says miễn, to everybody and without an end (docs/catalogue.md §4). */
export function isFree({ submissionMethods }: Pick<Procedure, 'submissionMethods'>): boolean {
  const direct = submissionMethods.filter(({ channel }) => channel === 'direct');
  const fees = (direct.length > 0 ? direct : submissionMethods).flatMap((method) => method.fees);
  return (
    fees.length > 0 &&
    fees.every(({ kind, exemption, validUntil }) => kind === 'free' && !exemption && validUntil === null)
  );
}

/** Beyond this a line is a sentence and seldom the same twice. */
const longestKey = 120;

/** What only some bring tells little about whether two procedures need the same papers. */
function paperKeysOf({ documentGroups }: Procedure): string[] {
  const papers = documentGroups.flatMap((group) => group.documents).filter(({ need }) => need.kind !== 'if-applicable');
  return [...new Set(papers.map(paperKey).filter((key) => key.includes(' ')))];
}

/** Whether an original or a copy is wanted, the blank's number and remarks in brackets do not make another paper. */
function paperKey({ name }: RequiredDocument): string {
  return foldCase(name)
    .replace(/\([^)]*\)?/gu, ' ')
    .replace(/(?:[,;]? (?:được )?(?:lập )?theo (?:mẫu|quy định)|[,;]? mẫu số|;|:).*$/u, '')
    .replace(/(?:bản (?:sao|chính|gốc|photo|chụp)|công chứng|chứng thực|có|của|và|các|hoặc|kèm theo)(?!\p{L})/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, longestKey);
}
