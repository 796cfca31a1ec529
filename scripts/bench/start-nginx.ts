/** A real nginx on this machine for benches of catalogue updates, with what it sent and the processor time it took. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const nginxPath = '/usr/sbin/nginx';
const manualConfiguration = new URL('../../docs/operations/nginx-releases.conf', import.meta.url);
/** Of Linux; `getconf CLK_TCK` is 100 on all that run Debian. */
const ticksPerSecond = 100;

export interface BenchNginx {
  /** Ends with `/`. */
  readonly url: string;
  /** Seconds of processor time of all its processes so far. */
  cpuSeconds(): number;
  /** Requests and bytes (heads included) that it wrote so far. */
  sent(): { readonly requests: number; readonly bytes: number };
  stop(): Promise<void>;
}

export const isNginxThere = (): boolean => existsSync(nginxPath);

/** Serves `folder`, whose name is `releases`; its own files lie in `workFolder`. */
export async function startNginx(folder: string, workFolder: string): Promise<BenchNginx> {
  mkdirSync(workFolder, { recursive: true });
  const port = await freePort();
  const configuration = join(workFolder, 'nginx.conf');
  const accessLog = join(workFolder, 'access.log');
  writeFileSync(configuration, configurationOf({ folder, workFolder, port, accessLog }));
  const child = spawn(nginxPath, ['-c', configuration, '-p', workFolder, '-e', join(workFolder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}/releases/`;
  await answers(`${url}metadata/timestamp.json`);
  return {
    url,
    cpuSeconds: () => processTree(child.pid ?? 0).reduce((sum, pid) => sum + cpuSecondsOf(pid), 0),
    sent() {
      const lines = readFileSync(accessLog, 'utf8').split('\n').filter(Boolean);
      return { requests: lines.length, bytes: lines.reduce((sum, line) => sum + Number(line), 0) };
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

interface ConfigurationFacts {
  readonly folder: string;
  readonly workFolder: string;
  readonly port: number;
  readonly accessLog: string;
}

/** The manual's own server, word for word but for address, names and folders; `user` so that workers may read what root made. */
function configurationOf({ folder, workFolder, port, accessLog }: ConfigurationFacts): string {
  const site = readFileSync(manualConfiguration, 'utf8')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port} backlog=1024;`)
    .replace('root /srv/kiosk;', `root ${dirname(folder)};`)
    .replaceAll(/^ *ssl_.*$/gmu, '');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${workFolder};`,
  );
  return `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;
worker_processes 1;
pid ${join(workFolder, 'nginx.pid')};
events { worker_connections 2048; }
http {
  log_format sent '$bytes_sent';
  access_log ${accessLog} sent;
  sendfile on;
  ${temporary.join(' ')}
${site}
}
`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  probe.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = probe.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((done) => probe.close(done));
  return port;
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await (await fetch(url)).arrayBuffer();
      return;
    } catch {
      await sleep(20);
    }
  }
  throw new Error('nginx does not answer');
}

function processTree(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => statOf(pid)?.[1] === String(root));
  return [root, ...parents];
}

/** user + system; fields 14 and 15 of proc_pid_stat(5). */
function cpuSecondsOf(pid: number): number {
  const stat = statOf(pid);
  return (Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0)) / ticksPerSecond;
}

/** The fields after the name, the state first; null where there is no such process any more. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
