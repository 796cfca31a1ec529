/** `kioskctl release verify`: every signature, every byte, every delta. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { readTrustCandidate } from '../../core/publishing/install-trust.ts';
import { type Verification, verifyRepository } from '../../core/publishing/verify-repository.ts';
import type { CliContext } from '../cli-context.ts';
import { ExitStatus } from '../exit-status.ts';
import { repositoryOption } from './publishing-options.ts';
import { size } from './release-publish-command.ts';
import { explained } from './sign-with-keys.ts';

interface Options {
  readonly repo: string;
  readonly root?: string;
  readonly export?: true;
  readonly json?: true;
}

const notAllHolds = 1;

export function createReleaseVerifyCommand(context: CliContext): Command {
  return new Command('verify')
    .description("check every signature and date, every target's bytes, the release's rows and each of its deltas")
    .addOption(repositoryOption())
    .option('--root <file>', 'the root that kiosks trust; without it integrity is shown, not origin')
    .option('--export', 'the folder is an export: what kiosks do not need may be missing')
    .option('--json', 'print {"faults": […], "notes": […], "counts", "manifest", "rootVersion"}')
    .addHelpText(
      'after',
      `
Examples:
  kioskctl release verify --repo /srv/kiosk/releases --root trusted-root.json
  kioskctl release verify --repo /media/it/STICK/kiosk-release --export --root trusted-root.json

Exit code: 0 all holds, 1 something does not.`,
    )
    .action(async (options: Options) => {
      const trustedRoot = options.root === undefined ? null : readTrustCandidate(resolve(options.root)).bytes;
      const repository = resolve(options.repo);
      const isExport = options.export === true;
      const found = await explained(repository, () =>
        verifyRepository(repository, { trustedRoot, nowMs: Date.now(), isExport }),
      );
      await context.print(
        options.json === true ? `${JSON.stringify(found, null, 2)}\n` : textOf(found, trustedRoot !== null),
      );
      if (found.faults.length > 0) {
        throw new ExitStatus(notAllHolds);
      }
    });
}

function textOf({ faults, notes, counts, manifest, rootVersion }: Verification, isRooted: boolean): string {
  const { metadata, targets, targetBytes, deltas } = counts;
  const lines = [
    ...faults.map((fault) => `FAULT  ${fault}`),
    ...notes.map((note) => `Note   ${note}`),
    `Looked at ${metadata} metadata files up to root ${rootVersion}, ${targets} targets (${size(targetBytes)}), ${deltas} deltas applied.`,
    faults.length === 0
      ? `All holds${manifest === null ? '' : `: release ${manifest.number}, ${manifest.procedureCount} procedures`}.`
      : `${faults.length === 1 ? 'One thing does' : `${faults.length} things do`} not hold.`,
    ...(isRooted
      ? []
      : ["The repository's own first root was taken: this shows integrity, not origin. Give --root <file> for that."]),
  ];
  return `${lines.join('\n')}\n`;
}
