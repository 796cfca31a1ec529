/** Decides what was held before the reader. A pure function: the raw text goes no further than here. */
import { procedureCodeSchema } from '../../contract/procedure.ts';
import type { ScanNotice } from '../../contract/scanning.ts';

/** AIM identifier (ISO/IEC 15424) that some readers put before the data: `]Q1` QR, `]C1` GS1-128 … */
const aimIdentifier = /^\][A-Za-z][0-9A-Za-z]/;

/** Longest text that can be a link or a code; longer ones are not looked into. */
const maximumLength = 500;

/**
 * `portalLinkTemplate` is the site's link to a procedure's page: only a link to the same host, with the code where the
 * template has it, is a procedure. Everything else is `unknown`.
 */
export function classifyScan(text: string, portalLinkTemplate: string): ScanNotice {
  const data = text.normalize('NFC').replace(aimIdentifier, '').trim();
  if (data.length > maximumLength) {
    return { kind: 'unknown' };
  }
  const code = procedureCodeSchema.safeParse(codeInLink(data, portalLinkTemplate) ?? data);
  return code.success ? { kind: 'procedure', code: code.data } : { kind: 'unknown' };
}

/** What stands in the place of `{code}`; null where the text is no link of that form. */
function codeInLink(text: string, template: string): string | null {
  const [before = '', after = ''] = template.split('{code}');
  return text.startsWith(before) && text.endsWith(after) && text.length > before.length + after.length
    ? text.slice(before.length, text.length - after.length)
    : null;
}
