/** The names of the files of a repository: everything else on a stick, in a push or at a mirror is neither read nor written. */

/** `metadata/timestamp.json`, `metadata/<version>.<role>.json`, `targets/<folders>/<sha256>.<name>`. */
const metadataPath =
  /^metadata\/(?:timestamp|[1-9][0-9]{0,8}\.(?:root|snapshot|targets|office-[a-z0-9][a-z0-9-]{0,39}))\.json$/u;
const targetPath = /^targets\/(?:[a-z0-9][a-z0-9-]{0,39}\/){0,3}[0-9a-f]{64}\.[a-z0-9][a-z0-9.-]{0,79}$/u;

/** Relative, with `/`; no `..`, no empty part, no letter that two file systems take for different ones. */
export function isRepositoryPath(path: string): boolean {
  return !path.includes('..') && (metadataPath.test(path) || targetPath.test(path));
}

/** The path of a target in a repository with consistent snapshots. */
export function storedTargetPath(target: string, sha256: string): string {
  const slash = target.lastIndexOf('/');
  return `targets/${target.slice(0, slash + 1)}${sha256}.${target.slice(slash + 1)}`;
}
