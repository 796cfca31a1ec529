/**
 * A TUF repository in memory that an attacker holds in the hand (in the spirit of python-tuf's RepositorySimulator): every stage can be
 * signed by whichever keys, edited before or after, and served or not. Knows nothing of main/core/publishing, on purpose.
 */
import { createHash } from 'node:crypto';
import { storedTargetPath } from '../../main/core/releases/repository-paths.ts';
import { type AttackerKey, createAttackerKey } from './attacker-key.ts';
import { createMemoryRepository, type MemoryRepository } from './memory-repository.ts';

export type TopRole = 'root' | 'targets' | 'snapshot' | 'timestamp';
export type OfficeRole = `office-${string}`;
export type Role = TopRole | OfficeRole;

/** The part that signatures are over: plain JSON, edited at will. */
export type SignedPart = Record<string, unknown>;

export interface Envelope {
  signatures: { keyid: string; sig: string }[];
  signed: SignedPart;
}

export interface SignerSet {
  keys: AttackerKey[];
  threshold: number;
}

export interface Signing {
  /** Changes what is about to be signed. */
  readonly edit?: (signed: SignedPart) => void;
  /** Changes what was signed. */
  readonly tamper?: (envelope: Envelope) => void;
  /** Instead of all the keys of the role. */
  readonly keys?: readonly AttackerKey[];
  /** Puts it under this name. */
  readonly path?: string;
  /** False: the version stays as it was. */
  readonly raises?: boolean;
}

export interface TargetClaim {
  length: number;
  hashes: { sha256: string };
}

export interface AttackerRepository extends MemoryRepository {
  /** The first root, to be installed on the kiosk. */
  readonly trustedRoot: Buffer;
  readonly signers: Map<Role, SignerSet>;
  readonly versions: Map<Role, number>;
  /** UTC epoch; how long each signature of a role holds. */
  readonly expiresMs: Map<Role, number>;
  /** Targets by the role that signs them; what is claimed of them may be a lie. */
  readonly targets: Map<Role, Map<string, TargetClaim>>;
  /** Patterns of the delegation to an office. */
  readonly delegatedPaths: Map<OfficeRole, string[]>;
  /** Serves a target and has `role` vouch for it at its next signing. Returns where it is stored. */
  readonly addTarget: (path: string, bytes: Uint8Array, role?: Role, claim?: Partial<TargetClaim>) => string;
  readonly signRoot: (signing?: Signing) => Buffer;
  readonly signTargets: (role?: Exclude<Role, 'root' | 'snapshot' | 'timestamp'>, signing?: Signing) => Buffer;
  readonly signSnapshot: (signing?: Signing) => Buffer;
  readonly signTimestamp: (signing?: Signing) => Buffer;
  /** Targets, snapshot and timestamp anew, one version up each. */
  readonly signAll: () => void;
  /** New keys instead of all that a role had; the root is not signed yet. Returns the old ones. */
  readonly rotate: (role: Role, count?: number) => AttackerKey[];
}

export interface AttackerRepositoryOptions {
  /** UTC epoch; signatures hold from here. */
  readonly nowMs: number;
  readonly offices?: readonly string[];
  /** Of targets and root; default 1 of 1. */
  readonly targetsKeys?: { readonly count: number; readonly threshold: number };
  readonly rootKeys?: { readonly count: number; readonly threshold: number };
}

const dayMs = 86_400_000;
/** Days each role's signatures hold, as an operator would choose them. */
const validDays: Readonly<Record<TopRole, number>> = { root: 365, targets: 365, snapshot: 30, timestamp: 7 };

const hashesOf = (bytes: Uint8Array): { sha256: string } => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
const keysOf = (count: number): AttackerKey[] => Array.from({ length: count }, createAttackerKey);
const timeText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export function createAttackerRepository({
  nowMs,
  offices = [],
  targetsKeys = { count: 1, threshold: 1 },
  rootKeys = { count: 1, threshold: 1 },
}: AttackerRepositoryOptions): AttackerRepository {
  const store = createMemoryRepository();
  const officeRoles = offices.map((office): OfficeRole => `office-${office}`);
  const roles: Role[] = ['root', 'targets', 'snapshot', 'timestamp', ...officeRoles];
  const counts = new Map<Role, { count: number; threshold: number }>([
    ['targets', targetsKeys],
    ['root', rootKeys],
  ]);
  const signers = new Map<Role, SignerSet>();
  for (const role of roles) {
    const { count, threshold } = counts.get(role) ?? { count: 1, threshold: 1 };
    signers.set(role, { keys: keysOf(count), threshold });
  }
  const versions = new Map<Role, number>(roles.map((role) => [role, 0]));
  const expiresMs = new Map<Role, number>(
    roles.map((role) => [role, nowMs + (isTop(role) ? validDays[role] : 30) * dayMs]),
  );
  const targets = new Map<Role, Map<string, TargetClaim>>(
    ['targets' as const, ...officeRoles].map((role) => [role, new Map()]),
  );
  const delegatedPaths = new Map<OfficeRole, string[]>(
    officeRoles.map((role) => [role, [`offices/${role.slice('office-'.length)}/*`]]),
  );
  const newest = new Map<Role, Buffer>();

  function put(role: Role, content: SignedPart, signing: Signing, name: (version: number) => string): Buffer {
    const version = (versions.get(role) ?? 0) + (signing.raises === false ? 0 : 1);
    versions.set(role, version);
    const signed: SignedPart = {
      _type: isTop(role) ? role : 'targets',
      spec_version: '1.0.31',
      version,
      expires: timeText(expiresMs.get(role) ?? nowMs),
      ...content,
    };
    signing.edit?.(signed);
    const keys = signing.keys ?? signers.get(role)?.keys ?? [];
    const envelope: Envelope = { signatures: keys.map((key) => ({ keyid: key.id, sig: key.sign(signed) })), signed };
    signing.tamper?.(envelope);
    const bytes = Buffer.from(JSON.stringify(envelope));
    store.files.set(signing.path ?? name(version), bytes);
    newest.set(role, bytes);
    return bytes;
  }

  const numbered =
    (role: Role) =>
    (version: number): string =>
      `metadata/${version}.${role}.json`;
  const metaOf = (role: Role) => {
    const bytes = newest.get(role) ?? Buffer.alloc(0);
    return { version: versions.get(role) ?? 0, length: bytes.length, hashes: hashesOf(bytes) };
  };
  const describe = ({ keys, threshold }: SignerSet) => ({ keyids: keys.map(({ id }) => id), threshold });
  const keyTable = (of: readonly Role[]): SignedPart =>
    Object.fromEntries(of.flatMap((role) => signers.get(role)?.keys ?? []).map(({ id, described }) => [id, described]));
  const topRoles = ['root', 'targets', 'snapshot', 'timestamp'] as const;

  const repository: AttackerRepository = {
    ...store,
    // The first root is signed right below.
    trustedRoot: Buffer.alloc(0),
    signers,
    versions,
    expiresMs,
    targets,
    delegatedPaths,
    addTarget(path, bytes, role = 'targets', claim = {}) {
      const honest = { length: bytes.length, hashes: hashesOf(bytes) };
      const claimed = { ...honest, ...claim };
      targets.get(role)?.set(path, claimed);
      const stored = storedTargetPath(path, claimed.hashes.sha256);
      store.files.set(stored, Buffer.from(bytes));
      return stored;
    },
    signRoot(signing = {}) {
      const content = {
        consistent_snapshot: true,
        keys: keyTable(topRoles),
        roles: Object.fromEntries(
          topRoles.map((role) => [role, describe(signers.get(role) ?? { keys: [], threshold: 1 })]),
        ),
      };
      return put('root', content, signing, numbered('root'));
    },
    signTargets(role = 'targets', signing = {}) {
      const delegations = {
        keys: keyTable(officeRoles),
        roles: officeRoles.map((name) => ({
          ...describe(signers.get(name) ?? { keys: [], threshold: 1 }),
          name,
          terminating: true,
          paths: delegatedPaths.get(name) ?? [],
        })),
      };
      const content = {
        targets: Object.fromEntries(targets.get(role) ?? []),
        ...(role === 'targets' && officeRoles.length > 0 ? { delegations } : {}),
      };
      return put(role, content, signing, numbered(role));
    },
    signSnapshot(signing = {}) {
      const listed = (['targets', ...officeRoles] as const).filter((role) => newest.has(role));
      const meta = Object.fromEntries(listed.map((role) => [`${role}.json`, metaOf(role)]));
      return put('snapshot', { meta }, signing, numbered('snapshot'));
    },
    signTimestamp(signing = {}) {
      return put(
        'timestamp',
        { meta: { 'snapshot.json': metaOf('snapshot') } },
        signing,
        () => 'metadata/timestamp.json',
      );
    },
    signAll() {
      for (const role of ['targets', ...officeRoles] as const) {
        repository.signTargets(role);
      }
      repository.signSnapshot();
      repository.signTimestamp();
    },
    rotate(role, count = 1) {
      const set = signers.get(role) ?? { keys: [], threshold: 1 };
      const former = set.keys;
      signers.set(role, { ...set, keys: keysOf(count) });
      return former;
    },
  };
  return Object.assign(repository, { trustedRoot: repository.signRoot() });
}

function isTop(role: Role): role is TopRole {
  return role === 'root' || role === 'targets' || role === 'snapshot' || role === 'timestamp';
}
