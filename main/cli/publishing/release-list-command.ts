/** `kioskctl release list`: the releases a repository still holds. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { officeMoment } from '../../core/office-date.ts';
import { readReleases, releaseFilePath } from '../../core/publishing/read-releases.ts';
import { readRepository } from '../../core/publishing/read-repository.ts';
import type { CliContext } from '../cli-context.ts';
import { columnsOf } from '../text-layout.ts';
import { repositoryOption } from './publishing-options.ts';
import { size } from './release-publish-command.ts';

interface Options {
  readonly repo: string;
  readonly json?: true;
}

export function createReleaseListCommand(context: CliContext): Command {
  return new Command('list')
    .description('show the releases a repository holds, the newest first')
    .addOption(repositoryOption())
    .option(
      '--json',
      'print [{"number", "publishedAtMs", …, "reportPath"}], the manifests and where the change reports lie',
    )
    .addHelpText(
      'after',
      '\nTimes are those of the office (UTC+7).\n\nExample:\n  kioskctl release list --repo /srv/kiosk/releases',
    )
    .action(async (options: Options) => {
      const repository = resolve(options.repo);
      const releases = readReleases(readRepository(repository)).map((release) => {
        const { report } = release.manifest;
        return {
          ...release.manifest,
          reportPath: report === null ? null : releaseFilePath(repository, release, report),
        };
      });
      if (options.json === true) {
        await context.print(`${JSON.stringify(releases, null, 2)}\n`);
        return;
      }
      const rows = releases.map(({ number, publishedAtMs, dataDate, procedureCount, snapshot, deltas, restores }) => [
        String(number),
        officeMoment(publishedAtMs),
        dataDate,
        String(procedureCount),
        size(snapshot.bytes),
        String(deltas.length),
        restores === null ? '' : `the content of ${restores}`,
      ]);
      const head = ['Number', 'Published', 'Facts of', 'Procedures', 'Snapshot', 'Deltas', ''];
      await context.print(
        rows.length === 0 ? 'Nothing was published yet.\n' : `${columnsOf([head, ...rows]).join('\n')}\n`,
      );
    });
}
