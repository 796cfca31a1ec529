/** `npm run dev`: the kiosk's core as `npm start` runs it, and the page from Vite, which follows every change at once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createServer, type Plugin } from 'vite';

const kioskOptions = process.argv.slice(2);
const core = spawn(process.execPath, ['scripts/start.ts', '--shell=none', '--port=0', ...kioskOptions], {
  stdio: ['ignore', 'inherit', 'pipe'],
});
const entryAddress = await entryAddressOf();
if (entryAddress === null) {
  process.exitCode = 1;
} else {
  await servePage(new URL(entryAddress));
}

/** Passes on what the kiosk says; null where it ended before it served anything. */
async function entryAddressOf(): Promise<string | null> {
  for await (const line of createInterface({ input: core.stderr })) {
    const address = /open (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      core.stderr.pipe(process.stderr);
      return address;
    }
    process.stderr.write(`${line}\n`);
  }
  return null;
}

async function servePage(entry: URL): Promise<void> {
  const server = await createServer({
    configFile: 'scripts/config/vite.config.ts',
    plugins: [tokenPlugin(entry.searchParams.get('token') ?? '')],
    server: {
      host: '127.0.0.1',
      // The core lets in only its own origin, so the socket is asked for in its name.
      proxy: { '/socket': { target: entry.origin, ws: true, changeOrigin: true, headers: { origin: entry.origin } } },
    },
  });
  await server.listen();
  server.printUrls();
  process.once('SIGINT', () => core.kill('SIGTERM'));
  process.once('SIGTERM', () => core.kill('SIGTERM'));
  await once(core, 'exit');
  await server.close();
}

/** The browser host writes the token into the page it serves; here Vite serves it. */
function tokenPlugin(token: string): Plugin {
  return {
    name: 'kiosk-token',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { name: 'kiosk-token', content: token }, injectTo: 'head-prepend' },
    ],
  };
}
