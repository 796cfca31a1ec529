/** Entry of kioskctl, the terminal tool of IT staff: `node main/cli/kioskctl.ts --help`. */
import { createProcessContext } from './process-context.ts';
import { runKioskctl } from './run-kioskctl.ts';

process.exitCode = await runKioskctl(process.argv.slice(2), createProcessContext());
