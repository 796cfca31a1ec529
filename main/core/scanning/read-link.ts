/** Reads a link for the dossier or the procedure it leads to. Nothing is ever fetched; only hosts of the authorities count. */
import { procedureCodeSchema } from '../../contract/procedure.ts';
import { dossierWith, isDossierCode } from './read-dossier.ts';
import type { Scan } from './scan.ts';

export interface LinkHosts {
  /** The site's link to a procedure's page, with `{code}`: the only host whose links open a procedure. */
  readonly portalLinkTemplate: string;
  /** The city's portal for dossiers; null where there is none. Its links, and those of *.gov.vn, open a dossier too. */
  readonly portalUrl: string | null;
}

/** Names of the parameter that carries a receipt's look-up code: letters alone, small. */
const lookupNames: ReadonlySet<string> = new Set([
  'matracuu',
  'tracuu',
  'maxacnhan',
  'mabimat',
  'mabaomat',
  'lookup',
  'lookupcode',
]);

/** Longer links are not looked into. */
const longestLink = 500;
/** Of the codes looked for. */
const shortestCode = 8;
const longestCode = 40;
const mostCandidates = 16;

/** Null where it is no link, leads elsewhere, or carries no code or two. */
export function readLink(text: string, { portalLinkTemplate, portalUrl }: LinkHosts): Scan | null {
  const url = text.length <= longestLink && /^https?:\/\/\S+$/iu.test(text) ? URL.parse(text) : null;
  if (url === null || url.username !== '' || url.password !== '') {
    return null;
  }
  const templateHost = hostOf(portalLinkTemplate);
  const isTemplateHost = url.host === templateHost;
  if (!isTemplateHost && url.host !== hostOf(portalUrl ?? '') && !url.host.endsWith('.gov.vn')) {
    return null;
  }
  const values = partsOf(url);
  if (values.length > mostCandidates) {
    return null;
  }
  return readDossierOf(url, values) ?? (isTemplateHost ? readProcedureOf(values) : null);
}

/** With the port where it is not the usual one; null where the text is no address. */
function hostOf(address: string): string | null {
  return URL.parse(address)?.host ?? null;
}

/** Segments of the path, values of parameters, and the same of what stands behind #, as far as they may be codes. */
function partsOf({ pathname, searchParams, hash }: URL): string[] {
  return [...searchParams.values(), ...[...pathname.split('/'), ...hash.split(/[#/?&=]/u)].map(decoded)].filter(
    ({ length }) => length >= shortestCode && length <= longestCode,
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray % in a link: taken as it stands, and so no code.
    return part;
  }
}

function readDossierOf({ searchParams }: URL, values: readonly string[]): Scan | null {
  const code = onlyOne(values.filter(isDossierCode));
  if (code === null) {
    return null;
  }
  const lookup = [...searchParams].find(([name]) => lookupNames.has(name.toLowerCase().replaceAll(/[^a-z]/gu, '')));
  return (lookup === undefined ? null : dossierWith(code, lookup[1])) ?? { kind: 'dossier', dossierCode: code };
}

function readProcedureOf(values: readonly string[]): Scan | null {
  const code = onlyOne(values.filter((value) => procedureCodeSchema.safeParse(value).success));
  return code === null ? null : { kind: 'procedure', procedureCode: code };
}

function onlyOne(codes: readonly string[]): string | null {
  const [code = null, ...more] = new Set(codes);
  return more.length === 0 ? code : null;
}
