/** Lets an office sign its own sheet, gives it another key, or takes the right back. */
import { KioskError } from '../../contract/error.ts';
import { officeRole } from '../releases/release-manifest.ts';
import { changeRepository, type Signing, targetsContentOf } from './change-repository.ts';
import { withRepositoryLock } from './lock-repository.ts';
import { expiryAfter } from './metadata-lifetimes.ts';
import { checkHandIn, delegationJson, type OfficeHandIn, requireOwnSignature } from './office-hand-in.ts';
import { type RepositoryState, readRepository } from './read-repository.ts';
import { publicHexOf } from './role-signers.ts';
import { parseSignedFile, signFile } from './signed-file.ts';

export interface Delegation {
  readonly office: string;
  /** Of the office's key, in hex. */
  readonly publicKey: string;
}

/** What the targets role delegates to offices now. */
export function delegationsOf({ targets }: Pick<RepositoryState, 'targets'>): Delegation[] {
  const { delegations } = targets.signed;
  return Object.values(delegations?.roles ?? {}).flatMap(({ name, keyIDs }) => {
    const publicKey = publicHexOf(delegations?.keys ?? {}, keyIDs[0] ?? '');
    return publicKey === null ? [] : [{ office: name.slice('office-'.length), publicKey }];
  });
}

/** The last version of an office's metadata there was, also of one whose right was taken back; 0 for none. */
export function formerOfficeVersion({ snapshot }: Pick<RepositoryState, 'snapshot'>, office: string): number {
  return snapshot.signed.meta[`${officeRole(office)}.json`]?.version ?? 0;
}

/**
 * The office's first metadata come with its key and are published with the delegation, so that no kiosk ever finds one without
 * the other. `replace`: in place of the key it has. Errors: `repository-refused`, `key-refused`.
 */
export function delegateOffice(
  repository: string,
  handIn: OfficeHandIn,
  replace: boolean,
  signing: Signing,
): Promise<void> {
  return withRepositoryLock(repository, () => {
    const state = readRepository(repository);
    const { office, publicKey } = handIn;
    const present = delegationsOf(state);
    const own = present.find((each) => each.office === office);
    if (own?.publicKey === publicKey) {
      throw new KioskError('repository-refused', `The office ${office} has this key already; nothing was changed.`);
    }
    if ((own !== undefined) !== replace) {
      const what = replace
        ? 'has no key yet: use kioskctl keys delegate'
        : `has another key already: use kioskctl keys rotate --role ${officeRole(office)}`;
      throw new KioskError('repository-refused', `The office ${office} ${what}. Nothing was changed.`);
    }
    requireOwnSignature(handIn);
    const delegations = delegationJson([...present.filter((each) => each !== own), { office, publicKey }]);
    const { targets } = targetsContentOf(state.targets);
    // Signed by nobody: only to hold the office's metadata against the delegation it will have.
    const draft = signFile('targets', { version: 1, expires: expiryAfter(signing.nowMs, 1), targets, delegations }, []);
    const formerVersion = formerOfficeVersion(state, office);
    const { role, file, files } = checkHandIn(handIn, parseSignedFile('targets', draft.bytes, 'draft'), {
      formerVersion,
      nowMs: signing.nowMs,
    });
    changeRepository(state, { files, targets: { targets, delegations }, offices: new Map([[role, file]]) }, signing);
  });
}

/** What the office signed is believed no longer; its kiosks show the city's catalogue alone. Errors: as above. */
export function revokeOffice(repository: string, office: string, signing: Signing): Promise<void> {
  return withRepositoryLock(repository, () => {
    const state = readRepository(repository);
    const present = delegationsOf(state);
    const left = present.filter((each) => each.office !== office);
    if (left.length === present.length) {
      throw new KioskError('repository-refused', `Nothing is delegated to an office ${office}; nothing was changed.`);
    }
    const { targets } = targetsContentOf(state.targets);
    const delegations = left.length === 0 ? null : delegationJson(left);
    changeRepository(state, { targets: { targets, delegations } }, signing);
  });
}
