/**
 * What an office hands in: its sheet and the metadata it signed over it, in one file. The same file introduces a new key, since
 * what it carries is signed with it.
 */
import { z } from 'zod';
import { KioskError } from '../../contract/error.ts';
import { overlaySchema } from '../catalogue/import/overlay.ts';
import { maximumSheetBytes, officeIdPattern, officeRole, officeSheetTarget } from '../releases/release-manifest.ts';
import { sha256Of, targetJson } from './change-repository.ts';
import { expiryAfter } from './metadata-lifetimes.ts';
import { signatureFault } from './role-signers.ts';
import { type JsonObject, parseSignedFile, type SignedFile, signFile } from './signed-file.ts';
import { keyJson, publicKeyOf, publicKeySchema, type SigningKey } from './signing-key.ts';

export const officeIdSchema = z
  .string()
  .regex(officeIdPattern, 'an office is named by 1 to 40 small letters, digits and hyphens');

export const officeHandInSchema = z.strictObject({
  form: z.literal(1),
  office: officeIdSchema,
  /** Public half of the key that signed, in hex. */
  publicKey: publicKeySchema,
  /** The signed metadata, as text: the bytes count. */
  metadata: z.string().max(100_000),
  /** The sheet as text; null where the office has published none yet. */
  sheet: z.string().max(maximumSheetBytes).nullable(),
});
export type OfficeHandIn = z.infer<typeof officeHandInSchema>;

export interface OfficeSignature {
  readonly office: string;
  readonly key: SigningKey;
  /** Bytes of the sheet; null for none. */
  readonly sheet: Buffer | null;
  /** One more than the one before. */
  readonly version: number;
  readonly lifetimeDays: number;
  /** UTC epoch. */
  readonly nowMs: number;
}

export function signOfficeSheet(signature: OfficeSignature): OfficeHandIn {
  const { office, key, sheet, version, lifetimeDays, nowMs } = signature;
  const targets: JsonObject = sheet === null ? {} : { [officeSheetTarget(office)]: targetJson(sheet) };
  const file = signFile('targets', { version, expires: expiryAfter(nowMs, lifetimeDays), targets }, [key]);
  return {
    form: 1,
    office,
    publicKey: key.publicHex,
    metadata: file.bytes.toString('utf8'),
    sheet: sheet?.toString('utf8') ?? null,
  };
}

/** What was handed in, once it is checked. */
export interface CheckedHandIn {
  readonly role: string;
  readonly file: SignedFile<'targets'>;
  /** The sheet under its target path; empty where there is none. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** `delegator`: the targets metadata whose delegation counts; `formerVersion`: the office's last one, 0 for none. Error: `repository-refused`. */
export function checkHandIn(
  handIn: OfficeHandIn,
  delegator: SignedFile<'targets'>,
  { formerVersion, nowMs }: { readonly formerVersion: number; readonly nowMs: number },
): CheckedHandIn {
  const role = officeRole(handIn.office);
  const file = parseSignedFile('targets', Buffer.from(handIn.metadata), `What ${role} signed`);
  const fault =
    delegator.signed.delegations?.roles?.[role] === undefined
      ? `the city has not delegated anything to the office ${handIn.office} (kioskctl keys delegate)`
      : (signatureFault(delegator.metadata, role, file.metadata) ?? officeFault(file, handIn.office));
  const refuse = (why: string) => new KioskError('repository-refused', `What ${role} handed in is refused: ${why}.`);
  if (fault !== null) {
    throw refuse(fault);
  }
  if (file.signed.version <= formerVersion) {
    throw refuse(
      `it is version ${file.signed.version}, and version ${formerVersion} is published already; sign it anew`,
    );
  }
  if (file.signed.isExpired(new Date(nowMs))) {
    throw refuse(`it has expired (${file.signed.expires})`);
  }
  return { role, file, files: sheetFiles(handIn, file, refuse) };
}

/** Whether the key that is introduced signed what comes with it. Error: `repository-refused`. */
export function requireOwnSignature({ office, publicKey, metadata }: OfficeHandIn): void {
  const { keyId } = publicKeyOf(publicKey);
  const own = signFile(
    'targets',
    { version: 1, expires: expiryAfter(0, 1), targets: {}, delegations: delegationJson([{ office, publicKey }]) },
    [],
  );
  const fault = signatureFault(
    own.metadata,
    officeRole(office),
    parseSignedFile('targets', Buffer.from(metadata), 'The file').metadata,
  );
  if (fault !== null) {
    throw new KioskError(
      'repository-refused',
      `The file of the office ${office} is not signed with the key ${keyId.slice(0, 8)} it brings (${fault}).`,
    );
  }
}

/** What an office may not do with its key; null where it keeps to its own. */
export function officeFault({ signed }: SignedFile<'targets'>, office: string): string | null {
  const strange = Object.keys(signed.targets).find((target) => target !== officeSheetTarget(office));
  if (strange !== undefined) {
    return `it signs ${JSON.stringify(strange.slice(0, 120))}; ${officeSheetTarget(office)} is all it may sign`;
  }
  return signed.delegations === undefined ? null : 'it delegates to others';
}

/** The reason why bytes are no sheet; null where they are one. */
export function sheetFault(bytes: Uint8Array): string | null {
  if (bytes.length > maximumSheetBytes) {
    return `it is longer than ${maximumSheetBytes} bytes`;
  }
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return 'it is not JSON';
  }
  const parsed = overlaySchema.safeParse(json);
  if (!parsed.success) {
    return z.prettifyError(parsed.error);
  }
  return parsed.data.scope === 'city'
    ? 'it says it is the city’s (scope), whose words its kiosks would take them for'
    : null;
}

/** `keys` and `roles` of the delegations to these offices. */
export function delegationJson(
  offices: readonly { readonly office: string; readonly publicKey: string }[],
): JsonObject {
  const keys: Record<string, JsonObject> = {};
  const roles = offices.map(({ office, publicKey }) => {
    const { keyId } = publicKeyOf(publicKey);
    keys[keyId] = keyJson(publicKey);
    return {
      name: officeRole(office),
      keyids: [keyId],
      threshold: 1,
      terminating: true,
      paths: [`offices/${office}/*`],
    };
  });
  return { keys, roles };
}

function sheetFiles(
  { office, sheet }: OfficeHandIn,
  { signed }: SignedFile<'targets'>,
  refuse: (why: string) => KioskError,
): ReadonlyMap<string, Buffer> {
  const target = officeSheetTarget(office);
  const named = signed.targets[target];
  if (named === undefined || sheet === null) {
    if (named !== undefined) throw refuse('it signs a sheet and brings none');
    return new Map();
  }
  const bytes = Buffer.from(sheet);
  if (named.length !== bytes.length || named.hashes['sha256'] !== sha256Of(bytes)) {
    throw refuse('the sheet is not the one it signed');
  }
  const fault = sheetFault(bytes);
  if (fault !== null) {
    throw refuse(`the sheet is not as it should be: ${fault}`);
  }
  return new Map([[target, bytes]]);
}
