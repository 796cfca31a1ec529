/** `npm run portal`: the reference portal on this machine. */
import { runPortal } from './portal/run-portal.ts';

const { promise: stopAsked, resolve: stop } = Promise.withResolvers<void>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => stop());
}
process.exitCode = await runPortal({
  argumentList: process.argv.slice(2),
  environment: process.env,
  platform: process.platform,
  // npm runs scripts in the project's folder and keeps here where the person stands.
  workingFolder: process.env['INIT_CWD'] ?? process.cwd(),
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  stopAsked,
});
