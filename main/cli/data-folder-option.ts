/** `--data-dir <dir>`, the same in every command that asks a kiosk. */
import { Option } from 'commander';
import type { CliContext } from './cli-context.ts';

export interface DataFolderOption {
  readonly dataDir: string;
}

export function createDataFolderOption(context: CliContext): Option {
  return new Option('--data-dir <dir>', 'folder of what the kiosk remembers, as given to npm start').default(
    context.dataFolder,
    '$XDG_STATE_HOME/procedure-kiosk, as npm start',
  );
}
