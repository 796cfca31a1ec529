/** Lets tuf-js fetch metadata from whatever repository it is, and remembers what came, since tuf-js forgets why it failed. */
import type { Fetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { type ReleaseRepository, RepositoryFetchError } from '../../ports.ts';
import { isRepositoryPath } from '../../releases/repository-paths.ts';
import { readRepositoryFile } from '../read-repository-file.ts';

/** tuf-js joins names to an address; nothing ever asks for this one. */
export const metadataBaseUrl = 'https://repository.invalid/metadata';
const repositoryUrl = 'https://repository.invalid/';

const notFound = 404;

export interface RepositoryFetcher extends Fetcher {
  /** Metadata as it came, by file name (`7.snapshot.json`), verified or not. */
  readonly fetched: ReadonlyMap<string, Buffer>;
  /** The last file that did not come, but for the missing next root; null where all came. */
  readonly failure: () => RepositoryFetchError | null;
}

/** Throws tuf-js's own error where a file is not there: it takes that for "no newer root" (client workflow 5.3.3). */
export function createRepositoryFetcher(repository: ReleaseRepository, signal: AbortSignal): RepositoryFetcher {
  const fetched = new Map<string, Buffer>();
  let failure: RepositoryFetchError | null = null;

  return {
    fetched,
    failure: () => failure,
    downloadBytes: async (url, maximumBytes) => {
      const path = url.startsWith(repositoryUrl) ? url.slice(repositoryUrl.length) : '';
      try {
        if (!isRepositoryPath(path)) {
          throw new RepositoryFetchError('not-found', `${path} is no name a repository has.`);
        }
        const bytes = await readRepositoryFile(repository, { path, maximumBytes, signal });
        fetched.set(path.slice(path.lastIndexOf('/') + 1), bytes);
        return bytes;
      } catch (error) {
        if (!(error instanceof RepositoryFetchError)) {
          throw error;
        }
        if (error.reason !== 'not-found') {
          failure = error;
          throw error;
        }
        if (!path.endsWith('.root.json')) {
          failure = error;
        }
        throw new DownloadHTTPError(error.message, notFound);
      }
    },
    // Targets are fetched by download-target.ts, which goes on where a download broke off.
    downloadFile: () => Promise.reject(new RangeError('tuf-js fetches metadata only')),
  };
}
