// Builds the parts whose inputs changed since they were built last.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesFolder, ownNode, projectFolder, say } from './paths.mjs';

const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--config'];

/** What is built, from what, into what, and by which command. */
const parts = {
  page: {
    inputs: ['renderer', 'main/contract', 'scripts/config/vite.config.ts'],
    output: 'dist/page/index.html',
    command: [...vite, 'scripts/config/vite.config.ts'],
  },
  catalogue: {
    inputs: [
      'data',
      'main/core/catalogue',
      'main/core/search',
      'main/core/office-calendar',
      'main/core/vietnamese-text.ts',
      'main/contract',
    ],
    output: 'dist/catalogue/catalogue.db',
    command: ['main/cli/kioskctl.ts', 'catalogue', 'build', 'data/catalogue', '--out', 'dist/catalogue', '--json'],
  },
  preload: {
    inputs: ['preload', 'scripts/config/vite.preload.config.ts'],
    output: 'dist/preload/preload.cjs',
    command: [...vite, 'scripts/config/vite.preload.config.ts'],
  },
  electron: {
    inputs: ['main', 'scripts/config/vite.electron.config.ts'],
    output: 'dist/electron/main.js',
    command: [...vite, 'scripts/config/vite.electron.config.ts'],
  },
};

export function bringBuildsUpToDate(names) {
  for (const name of names) {
    const part = parts[name];
    if (part === undefined) {
      throw new Error(`There is no part ${name} to build; there are ${Object.keys(parts).join(', ')}.`);
    }
    build(name, part);
  }
}

function build(name, part) {
  const stampPath = join(projectFolder, 'dist', `.${name}-built`);
  const wanted = fingerprint(part.inputs);
  if (
    existsSync(join(projectFolder, part.output)) &&
    existsSync(stampPath) &&
    readFileSync(stampPath, 'utf8') === wanted
  ) {
    return;
  }
  say(`building the ${name} …`);
  rmSync(stampPath, { force: true });
  const run = spawnSync(ownNode, part.command, { cwd: projectFolder, stdio: ['ignore', 'pipe', 2] });
  if (run.error !== undefined || run.status !== 0) {
    process.stderr.write(run.stdout ?? '');
    throw new Error(`Building the ${name} failed (its words stand above).`);
  }
  mkdirSync(join(projectFolder, 'dist'), { recursive: true });
  writeFileSync(stampPath, wanted);
}

/** Names, sizes and times of all input files: changes, additions and removals all show. */
function fingerprint(inputs) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const entry of readdirSync(path).sort()) {
        visit(join(path, entry));
      }
    } else {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  for (const input of inputs) {
    visit(join(projectFolder, input));
  }
  // Another set of packages may build the same inputs otherwise.
  return hash.update(readFileSync(join(modulesFolder, '.kiosk-installed'))).digest('hex');
}
