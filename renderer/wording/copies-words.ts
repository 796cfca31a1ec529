/** How many of a paper: "1 bản chính, 2 bản sao"; null where the source counts none. */
import type { TFunction } from 'i18next';
import type { RequiredDocument } from '../../main/contract/procedure.ts';

export function copiesWords(paper: Pick<RequiredDocument, 'originals' | 'copies'>, t: TFunction): string | null {
  const parts = [
    paper.originals > 0 ? t('papers.originals', { count: paper.originals }) : null,
    paper.copies > 0 ? t('papers.copies', { count: paper.copies }) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' + ');
}
