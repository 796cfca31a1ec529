/** Runs one command line of kioskctl and turns whatever happens into an exit code and, where it failed, one or two lines. */
import { CommanderError } from 'commander';
import { KioskError } from '../contract/error.ts';
import type { CliContext } from './cli-context.ts';
import { createKioskctl } from './create-kioskctl.ts';
import { ExitStatus } from './exit-status.ts';

const failed = 1;
const wronglyUsed = 2;

/** Exit code: 0 done, 1 failed, 2 wrongly used, or what a command says by an `ExitStatus`. Never rejects. */
export async function runKioskctl(words: readonly string[], context: CliContext): Promise<number> {
  try {
    await createKioskctl(context).parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end here too; commander has already written what there is to say.
      return error.exitCode === 0 ? 0 : wronglyUsed;
    }
    if (error instanceof ExitStatus) {
      return error.exitCode;
    }
    if (error instanceof KioskError) {
      context.notice(`kioskctl: ${error.message}\n`);
      return failed;
    }
    context.notice(
      `kioskctl: unexpected error; please report it. ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    return failed;
  }
}
