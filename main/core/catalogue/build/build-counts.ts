/** Brings what one record holds into the form of the report. */
import type { Channel } from '../../../contract/procedure.ts';
import type { HandWrittenEntry } from '../hand-written-entry.ts';
import type { RecordCounts } from '../import/import-outcome.ts';
import type { OwnedSupplement } from '../import/supplement.ts';
import type { BuildCounts } from './build-report.ts';

export function buildCountsOf(counts: RecordCounts): BuildCounts {
  const { directMethods: direct, postalMethods: postal, onlineMethods: online } = counts;
  return {
    documentLines: counts.documentLines,
    documentLinesWithoutCount: counts.zeroDocumentLines,
    titledGroups: counts.titledGroups,
    submissionMethods: direct + postal + online,
    submissionMethodsByChannel: { direct, postal, online },
    feeTexts: counts.feeTexts,
    legalBases: counts.legalBases,
  };
}

/** The same of an entry that has no national record; one that has is counted by its record. */
export function buildCountsOfEntry({ documentGroups, submissionMethods, legalBases }: HandWrittenEntry): BuildCounts {
  const documents = documentGroups.flatMap((group) => group.documents);
  const by = (channel: string) => submissionMethods.filter((method) => method.channel === channel).length;
  return {
    documentLines: documents.length,
    documentLinesWithoutCount: documents.filter(({ originals, copies }) => originals + copies === 0).length,
    titledGroups: documentGroups.filter(({ title }) => title !== null).length,
    submissionMethods: submissionMethods.length,
    submissionMethodsByChannel: { direct: by('direct'), postal: by('postal'), online: by('online') },
    feeTexts: submissionMethods.flatMap(({ fees }) => fees.filter(({ text }) => text !== '')).length,
    legalBases: legalBases.length,
  };
}

/** The same of a procedure that only tables know; the last that speaks of papers or fees counts. */
export function buildCountsOfSupplements(supplements: readonly OwnedSupplement[]): BuildCounts {
  const said = supplements.map(({ supplement }) => supplement);
  const groups = said.findLast(({ documentGroups }) => documentGroups !== undefined)?.documentGroups ?? [];
  const fees = said.findLast((one) => one.fees !== undefined)?.fees ?? [];
  const bases = said.findLast(({ legalBases }) => legalBases !== undefined)?.legalBases ?? [];
  const documents = groups.flatMap((group) => group.documents);
  const named = new Set(said.flatMap(({ times }) => [...(times?.keys() ?? [])]));
  for (const { channel } of fees) if (channel !== null) named.add(channel);
  if (named.size === 0 && fees.length > 0) named.add('direct');
  const by = (channel: Channel) => Number(named.has(channel));
  return {
    documentLines: documents.length,
    documentLinesWithoutCount: documents.filter(({ originals, copies }) => originals + copies === 0).length,
    titledGroups: groups.filter(({ title }) => title !== null).length,
    submissionMethods: named.size,
    submissionMethodsByChannel: { direct: by('direct'), postal: by('postal'), online: by('online') },
    feeTexts: fees.filter(({ fee }) => fee.text !== '').length,
    legalBases: bases.length,
  };
}
