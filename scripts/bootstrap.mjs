// Runs before every npm script, on whatever Node (20 or later) the machine has, before anything is installed:
// brings node_modules, Node 24 and the built parts up to date. Writes to stderr only; silent when there is nothing to do.
//   node scripts/bootstrap.mjs [--build=<part,part>] [--debian-packages]
import { bringBuildsUpToDate } from './bootstrap/builds.mjs';
import { installDebianPackages } from './bootstrap/debian-packages.mjs';
import { installDependencies } from './bootstrap/dependencies.mjs';

try {
  const options = process.argv.slice(2);
  await installDependencies();
  if (options.includes('--debian-packages')) {
    installDebianPackages();
  }
  const build = options.find((option) => option.startsWith('--build='));
  if (build !== undefined) {
    bringBuildsUpToDate(build.slice('--build='.length).split(','));
  }
} catch (error) {
  process.stderr.write(`kiosk: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
