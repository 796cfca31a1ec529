// Installs the Debian packages that tests need, where that can be done without asking: as root, on Debian.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, say } from './paths.mjs';

/** Never fails: a test whose package is missing is skipped by name and says which one. */
export function installDebianPackages() {
  const missing = wantedPackages().filter((name) => !isPackageInstalled(name));
  if (missing.length === 0) {
    return;
  }
  const obstacle = whyNot();
  if (obstacle !== null) {
    say(`the tests that need ${missing.join(', ')} will be skipped: ${obstacle}.`);
    return;
  }
  say(`installing the Debian packages ${missing.join(', ')} for the tests (KIOSK_NO_APT=1 forbids it) …`);
  if (!install(missing)) {
    say('installing them failed; the tests concerned will be skipped.');
  }
}

/** scripts/debian-packages.txt: one name a line, `#` begins a comment. */
function wantedPackages() {
  return readFileSync(join(projectFolder, 'scripts', 'debian-packages.txt'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

function isPackageInstalled(name) {
  const run = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
  return run.status === 0 && run.stdout === 'installed';
}

function whyNot() {
  if (process.env['KIOSK_NO_APT'] === '1') {
    return 'KIOSK_NO_APT=1 forbids installing them';
  }
  if (!existsSync('/etc/debian_version')) {
    return 'this is not Debian';
  }
  return process.getuid?.() === 0 ? null : 'only root can install them';
}

function install(names) {
  // A policy that denies everything keeps freshly installed services from starting.
  const policyPath = '/usr/sbin/policy-rc.d';
  const ownPolicy = !existsSync(policyPath);
  if (ownPolicy) {
    writeFileSync(policyPath, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  }
  try {
    return apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...names]);
  } finally {
    if (ownPolicy) {
      rmSync(policyPath, { force: true });
    }
  }
}

function apt(args) {
  const run = spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status !== 0) {
    process.stderr.write(`${run.stderr ?? ''}`);
  }
  return run.status === 0;
}
