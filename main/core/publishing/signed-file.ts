/** One file of TUF metadata: read from bytes that nobody vouches for yet, or made and signed here. */
import {
  Metadata,
  MetadataKind,
  type Root,
  Signature,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models';
import { KioskError } from '../../contract/error.ts';
import type { SigningKey } from './signing-key.ts';

interface SignedParts {
  readonly root: Root;
  readonly targets: Targets;
  readonly snapshot: Snapshot;
  readonly timestamp: Timestamp;
}

export type MetadataKindName = keyof SignedParts;
export type JsonObject = Parameters<typeof Metadata.fromJSON>[1];

export interface SignedFile<K extends MetadataKindName> {
  readonly metadata: Metadata<SignedParts[K]>;
  readonly signed: SignedParts[K];
  readonly bytes: Buffer;
}

const parsers: { readonly [K in MetadataKindName]: (json: JsonObject) => Metadata<SignedParts[K]> } = {
  root: (json) => Metadata.fromJSON(MetadataKind.Root, json),
  targets: (json) => Metadata.fromJSON(MetadataKind.Targets, json),
  snapshot: (json) => Metadata.fromJSON(MetadataKind.Snapshot, json),
  timestamp: (json) => Metadata.fromJSON(MetadataKind.Timestamp, json),
};

/** Reads the form and checks no signature. Error: `repository-damaged`; `name` is how the message calls the file. */
export function parseSignedFile<K extends MetadataKindName>(kind: K, bytes: Uint8Array, name: string): SignedFile<K> {
  try {
    const json: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (!isJsonObject(json)) {
      throw new TypeError('not an object');
    }
    const metadata = parsers[kind](json);
    return { metadata, signed: metadata.signed, bytes: Buffer.from(bytes) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KioskError('repository-damaged', `${name} is no ${kind} metadata of TUF (${reason.slice(0, 200)}).`, {
      cause: error,
    });
  }
}

/** `content` is the signed part without `_type` and `spec_version`; compact, as it goes over the line at every check. */
export function signFile<K extends MetadataKindName>(
  kind: K,
  content: JsonObject,
  signers: readonly SigningKey[],
): SignedFile<K> {
  const signed = { _type: kind, spec_version: '1.0.31', ...content };
  const metadata = parsers[kind]({ signed, signatures: [] });
  for (const key of signers) {
    metadata.sign((bytes) => new Signature({ keyID: key.keyId, sig: key.sign(bytes) }));
  }
  return { metadata, signed: metadata.signed, bytes: Buffer.from(JSON.stringify(metadata.toJSON())) };
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
