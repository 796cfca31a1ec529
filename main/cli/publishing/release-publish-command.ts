/** `kioskctl release publish`: the rows of a catalogue become the next release. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { changesHtml } from '../../core/catalogue/diff/changes-html.ts';
import { compareCatalogues } from '../../core/catalogue/diff/compare-catalogues.ts';
import type { CatalogueRows } from '../../core/catalogue/rows/catalogue-rows.ts';
import { type PublishOutcome, publishRelease } from '../../core/publishing/publish-release.ts';
import { readReleases, releaseFilePath } from '../../core/publishing/read-releases.ts';
import { readRepository } from '../../core/publishing/read-repository.ts';
import { expiryWarnings } from '../../core/publishing/refresh-repository.ts';
import type { CliContext } from '../cli-context.ts';
import { readRowsAt, rowsArgument } from '../read-rows.ts';
import { labelled } from '../text-layout.ts';
import { passphraseHelp, withPassphrases } from './ask-passphrase.ts';
import {
  addLifetimeOptions,
  alsoOption,
  keepOption,
  keysOption,
  type LifetimeOptions,
  repositoryOption,
  type SigningOptions,
  wholeNumber,
} from './publishing-options.ts';
import { explained, openSigningKeys } from './sign-with-keys.ts';

interface Options extends SigningOptions, LifetimeOptions {
  readonly keep: number;
  readonly again?: true;
  readonly number?: number;
  readonly json?: true;
}

/** The page on what changed, as it goes into the release. */
export function changeReport(from: CatalogueRows, to: CatalogueRows): string {
  return changesHtml(compareCatalogues(from, to));
}

export function createReleasePublishCommand(context: CliContext): Command {
  const command = new Command('publish')
    .description('publish a catalogue as the next release')
    .argument('<catalogue>', rowsArgument)
    .addOption(repositoryOption())
    .addOption(keysOption())
    .addOption(alsoOption())
    .addOption(keepOption())
    .option('--again', 'publish even where nothing changed')
    .option('--number <n>', 'publish under this number, e.g. after a repository was lost', (text) =>
      wholeNumber(text, 1, 999_999_999),
    )
    .option('--json', 'print {"kind": "published", "manifest", …} or {"kind": "unchanged", "number"}');
  return addLifetimeOptions(command, ['targets', 'snapshot', 'timestamp'])
    .addHelpText(
      'after',
      `
${passphraseHelp} It opens the targets key; those of
snapshot and timestamp lie in the open in online/. A release is the whole catalogue, deltas from the ten before, and a page on
what changed. Readers see the former release or this one, never a half. The same content again publishes nothing.

Examples:
  kioskctl release publish dist/catalogue --repo /srv/kiosk/releases --keys keys
  kioskctl release publish dist/catalogue --repo /srv/kiosk/releases --keys keys --also /media/it/TARGETS`,
    )
    .action(async (place: string, options: Options) => {
      const repository = resolve(options.repo);
      const rows = readRowsAt(place);
      const outcome = await withPassphrases(context, (source) =>
        explained(repository, async () => {
          const { signing } = await openSigningKeys(options, ['targets', 'snapshot', 'timestamp'], source);
          const { keep, again, number = null } = options;
          const order = { rows, changeReport, keep, again: again === true, number, restores: null };
          return publishRelease(repository, order, signing);
        }),
      );
      await context.print(
        options.json === true ? `${JSON.stringify(outcome, null, 2)}\n` : publishedText(outcome, repository),
      );
      for (const warning of expiryWarnings(readRepository(repository), Date.now())) {
        context.notice(`${warning}\n`);
      }
    });
}

export function publishedText(outcome: PublishOutcome, repository: string): string {
  if (outcome.kind === 'unchanged') {
    return `Nothing changed since release ${outcome.number}; nothing was published.\n`;
  }
  const { manifest, skipped, removedFiles } = outcome;
  const state = readRepository(repository);
  const [release] = readReleases(state);
  const deltas = manifest.deltas.map(({ fromNumber, bytes }) => `from ${fromNumber}: ${size(bytes)}`);
  const report =
    manifest.report === null || release === undefined
      ? 'none, it is the first'
      : releaseFilePath(repository, release, manifest.report);
  const lines = labelled([
    [
      'Release',
      `${manifest.number}${manifest.restores === null ? '' : ` (the content of release ${manifest.restores})`}`,
    ],
    ['Procedures', `${manifest.procedureCount}, facts of ${manifest.dataDate}`],
    ['Snapshot', size(manifest.snapshot.bytes)],
    ['Deltas', deltas.join(', ') || 'none'],
    ['Changes', report],
    ['Kiosks take it', `until ${state.timestamp?.signed.expires ?? ''}; kioskctl release refresh makes it longer`],
  ]);
  const notes = [
    ...(skipped.length === 0
      ? []
      : [`No delta from ${skipped.join(', ')}: those rows are damaged here (kioskctl release verify).`]),
    ...(removedFiles === 0 ? [] : [`${removedFiles} files of old releases were taken away.`]),
  ];
  return `${[...lines, ...notes].join('\n')}\n`;
}

export function size(bytes: number): string {
  return bytes < 10_000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(0)} kB`;
}
