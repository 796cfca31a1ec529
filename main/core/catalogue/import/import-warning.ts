/** What the importer noticed and staff should know; none of it stops a record. */

export const importWarningKinds = [
  'time-unknown',
  'fee-contradicts-text',
  'fee-too-small',
  'fee-zero-beside-amount',
  'fee-expires',
  'stale-word',
  'group-unclear',
  'group-empty',
  'note-counted-as-document',
  'base-papers-after-last-group',
  'documents-missing',
  'document-long',
  'name-long',
  'name-capitals',
  'code-odd',
  'decision-missing',
  'issuer-unknown',
  'served-at-unknown',
  'field-unknown',
  'legal-basis-without-number',
] as const;

export type ImportWarningKind = (typeof importWarningKinds)[number];

/** `detail` is one line for the build report, with the words of the source it is about. */
export interface ImportWarning {
  readonly kind: ImportWarningKind;
  readonly detail: string;
}

/** A parser's result with what it noticed. */
export interface Parsed<T> {
  readonly value: T;
  readonly warnings: readonly ImportWarning[];
}
