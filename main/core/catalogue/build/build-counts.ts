/** Brings what one record holds into the form of the report. */
import type { HandWrittenEntry } from '../hand-written-entry.ts';
import type { RecordCounts } from '../import/import-outcome.ts';
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
