/** Passphrases typed at a terminal: unseen, tried three times, twice where they are new. */
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withPassphrases } from '../../../main/cli/publishing/ask-passphrase.ts';
import { sealKeyFile } from '../../../main/core/publishing/key-file.ts';
import { openKeys } from '../../../main/core/publishing/key-folder.ts';
import { createSigningKey } from '../../../main/core/publishing/signing-key.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

beforeEach(() => {
  vi.stubEnv('KIOSK_KEY_PASSPHRASE', '');
  return () => vi.unstubAllEnvs();
});

/** A terminal at which somebody types these lines, each once a question was put. */
function terminal(lines: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const waiting = [...lines];
  let shown = '';
  const context = {
    print: () => Promise.resolve(),
    notice: (text: string) => {
      shown += text;
      if (text.endsWith(': ')) input.write(`${waiting.shift() ?? '\u0003'}\r`);
    },
    progressStream: null,
    input,
    columns: 80,
    projectFolder: '/',
    dataFolder: '/',
    logger: createRecordingLogger(),
    interrupted: new AbortController().signal,
  };
  return { context, shown: () => shown };
}

async function sealed(role: string, passphrase: string) {
  const key = createSigningKey();
  const file = await sealKeyFile(key, { role, createdDate: '2026-07-01' }, passphrase, 16);
  return { keyId: key.keyId, file, path: `/${role}.json`, isSealed: true };
}

const opened = async (lines: readonly string[], keys: Awaited<ReturnType<typeof sealed>>[]) => {
  const { context, shown } = terminal(lines);
  const ring = await withPassphrases(context, ({ ask, known }) => openKeys(keys, ask, known));
  return { ids: [...ring.keys()], shown: shown() };
};

const chosen = (...lines: string[]) => withPassphrases(terminal(lines).context, ({ choose }) => choose('the keys'));

const askOnce = (_: unknown, attempt: number) => Promise.resolve(attempt === 1 ? 'the right one' : null);

describe('passphrases at a terminal', () => {
  it('open every key they fit, asked for once, and are not shown', async () => {
    const keys = [
      await sealed('root', 'first passphrase'),
      await sealed('root', 'first passphrase'),
      await sealed('targets', 'second'),
    ];
    const { ids, shown } = await opened(['first passphrase', 'secnod', 'second'], keys);
    expect(ids).toEqual(keys.map(({ keyId }) => keyId));
    expect(shown.match(/Passphrase of the key/gu)).toHaveLength(3);
    expect(shown).toContain(`That is not the one. Passphrase of the key ${keys[2]?.keyId.slice(0, 8)} (targets)`);
    expect(shown).not.toMatch(/first|second|secnod/);
  });

  it('may be left out, are taken three times, and end with Ctrl-C', async () => {
    const key = await sealed('root', 'the right one');
    expect((await opened([''], [key])).ids).toEqual([]);
    await expect(opened(['a', 'b', 'c'], [key])).rejects.toThrow(/Three passphrases did not open/);
    await expect(opened([], [key])).rejects.toThrow(/Interrupted/);
  });

  it('are asked for twice where they are new', async () => {
    expect(await chosen('long enough, this', 'long enough, this')).toBe('long enough, this');
    await expect(chosen('long enough, this', 'long enough, that')).rejects.toThrow(/not the same/);
    await expect(chosen('short')).rejects.toThrow(/12 characters or more/);
  });
});

describe('a sealed key', () => {
  it('opens under its own role and public half alone', async () => {
    const { file, ...stored } = await sealed('root', 'the right one');
    const other = createSigningKey().publicHex;
    for (const forged of [
      { ...file, role: 'targets' },
      { ...file, public: other },
    ]) {
      expect((await openKeys([{ ...stored, file: forged }], askOnce)).size).toBe(0);
    }
    expect((await openKeys([{ ...stored, file }], askOnce)).size).toBe(1);
  });
});
