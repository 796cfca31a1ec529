/** What the pointer says after each move between releases; pure, so that every order of moves can be tried. */
import { bundled, type ReleasePlace, type ReleasePointer, type ReleaseRecord } from './release-pointer.ts';

/** Releases kept: the shown one, the one before, one more. */
const keptReleases = 3;

/** At a start: a trial that is still marked failed. `isRebuilt`: from what lies on the disk; then the highest is shown. */
export function afterStart(
  pointer: ReleasePointer,
  isRebuilt: boolean,
): { readonly pointer: ReleasePointer; readonly unacknowledged: ReleaseRecord | null } {
  if (isRebuilt) {
    return { pointer: rebuilt(pointer), unacknowledged: null };
  }
  if (pointer.trial === null) {
    return { pointer, unacknowledged: null };
  }
  const unacknowledged = pointer.releases.find(({ folder }) => folder === pointer.trial) ?? null;
  const isKept = [pointer.shown, pointer.former].includes(pointer.trial);
  const releases = isKept ? pointer.releases : pointer.releases.filter((release) => release !== unacknowledged);
  return { pointer: { ...pointer, trial: null, releases }, unacknowledged };
}

function rebuilt(pointer: ReleasePointer): ReleasePointer {
  const releases = pointer.releases.toSorted(newestFirst);
  const [newest] = releases;
  const [shown, former] = releases.filter(({ isLeft }) => !isLeft);
  return {
    ...pointer,
    shown: shown?.folder ?? bundled,
    former: former?.folder ?? null,
    highest: { number: newest?.number ?? 0, rowsSha256: newest?.rowsSha256 ?? null },
    leftBehind: releases.find(({ isLeft }) => isLeft)?.number ?? 0,
    releases: releases.slice(0, keptReleases),
  };
}

export function afterCommit(pointer: ReleasePointer, record: ReleaseRecord, atMs: number): ReleasePointer {
  const committed = { ...record, committedAtMs: atMs };
  const former = pointer.shown === record.folder ? pointer.former : pointer.shown;
  const others = pointer.releases.filter(({ folder }) => folder !== record.folder);
  const before = others.find(({ folder }) => folder === former);
  // One more: rather other rows than the same under another sheet, so that there is always a city's release to go back to.
  const [third] = others
    .filter(({ folder, isLeft }) => folder !== former && !isLeft)
    .toSorted(
      (a, b) =>
        Number(a.rowsSha256 === record.rowsSha256) - Number(b.rowsSha256 === record.rowsSha256) || newestFirst(a, b),
    );
  const releases = [committed, ...(before === undefined ? [] : [before]), ...(third === undefined ? [] : [third])];
  const highest =
    record.number >= pointer.highest.number
      ? { number: record.number, rowsSha256: record.rowsSha256 }
      : pointer.highest;
  return { ...pointer, shown: record.folder, former, trial: null, highest, releases: releases.slice(0, keptReleases) };
}

/** The one that was left stays on the disk until the next update, as `refused`; behind it stands whatever is older than the new one. */
export function afterGoingBack(pointer: ReleasePointer, left: ReleaseRecord): ReleasePointer {
  const shown = pointer.former ?? bundled;
  const now = pointer.releases.find(({ folder }) => folder === shown) ?? null;
  const older = pointer.releases
    .filter((release) => release.folder !== left.folder && release.folder !== shown && !release.isLeft)
    .filter(({ number }) => number <= (now?.number ?? 0))
    .toSorted(newestFirst);
  // Only another sheet was left where the rows are the same: then the number stays good.
  const leftBehind =
    now?.rowsSha256 === left.rowsSha256 ? pointer.leftBehind : Math.max(pointer.leftBehind, left.number);
  const releases = pointer.releases.map((release) =>
    release.folder === left.folder ? { ...release, isLeft: true } : release,
  );
  return { ...pointer, shown, former: older[0]?.folder ?? null, leftBehind, releases };
}

/** Which place could be opened at a start, and which could not: those are made anew by the next update. */
export function afterSettling(
  pointer: ReleasePointer,
  place: ReleasePlace,
  damaged: readonly ReleasePlace[],
): ReleasePointer {
  if (place === pointer.shown && damaged.length === 0) {
    return pointer;
  }
  const releases = pointer.releases.filter(({ folder }) => !damaged.includes(folder));
  const number = releases.find(({ folder }) => folder === place)?.number ?? 0;
  const [older] = releases
    .filter((release) => release.folder !== place && release.number <= number && !release.isLeft)
    .toSorted(newestFirst);
  const isSame = place === pointer.shown && pointer.former !== null && !damaged.includes(pointer.former);
  return { ...pointer, shown: place, former: isSame ? pointer.former : (older?.folder ?? null), releases };
}

/**
 * The best first: what is shown, or the bundled catalogue where the software brought a higher number than was ever taken; then
 * the former one, then the others that were not left behind, then the bundled one.
 */
export function placesToTry(pointer: ReleasePointer, bundledNumber: number): ReleasePlace[] {
  const others = pointer.releases
    .filter(({ isLeft }) => !isLeft)
    .toSorted(newestFirst)
    .map(({ folder }) => folder);
  const former = pointer.former === null ? [] : [pointer.former];
  const kept = [pointer.shown, ...former, ...others];
  return [...new Set(bundledNumber > pointer.highest.number ? [bundled, ...kept] : [...kept, bundled])];
}

function newestFirst(a: ReleaseRecord, b: ReleaseRecord): number {
  return b.number - a.number || (b.committedAtMs ?? 0) - (a.committedAtMs ?? 0);
}
