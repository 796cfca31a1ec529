/** Brings the importer's counts of one record into the form of the report. */
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
