/** The names of the files a catalogue folder holds; a folder with anything else is not ours to replace. */

/** The SQLite database. */
export const catalogueFileName = 'catalogue.db';

/** The prebuilt search index beside it. */
export const searchIndexFileName = 'search-index.bin';

/** The rows both were built from, packed (rows/snapshot-file.ts): releases are made of them, deltas start from them. */
export const snapshotFileName = 'catalogue-rows.zst';

/** What the index was called up to version 0.1; such a folder is ours to replace. */
const formerSearchIndexFileName = 'search-index.json';

/** Everything a catalogue folder may hold. */
export const catalogueFolderFiles: ReadonlySet<string> = new Set([
  catalogueFileName,
  searchIndexFileName,
  snapshotFileName,
  formerSearchIndexFileName,
]);
