/** The PIN's file: written whole for its owner alone, read with suspicion; and which PINs may stand behind it. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pinFileName, readPinFile, writePinFile } from '../../../main/core/staff/pin-file.ts';
import { hashPin, matchesPin, pinHashSchema } from '../../../main/core/staff/pin-hash.ts';
import { pinFault } from '../../../main/core/staff/pin-rules.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

const hash = await hashPin('280719');
const pathIn = (folder: string) => join(folder, pinFileName);
const isRoot = process.getuid?.() === 0;

describe('the hash of a PIN', () => {
  it('has another salt each time and fits that PIN alone', async () => {
    const other = await hashPin('280719');
    expect(other.saltBase64).not.toBe(hash.saltBase64);
    expect(other.hashBase64).not.toBe(hash.hashBase64);
    expect(await matchesPin('280719', other)).toBe(true);
    for (const pin of ['280718', '2807190', '28071', '']) expect(await matchesPin(pin, other), pin).toBe(false);
  });

  it.each([
    ['a cost that takes the machine’s memory', { ...hash, cost: 2 ** 24 }],
    ['a cost that is none', { ...hash, cost: 1 }],
    ['a hash of no length', { ...hash, hashBase64: '' }],
    ['a short salt', { ...hash, saltBase64: 'AAAA' }],
    ['something more', { ...hash, pin: '280719' }],
  ])('is refused with %s', (_what, stored) => {
    expect(pinHashSchema.safeParse(stored).success).toBe(false);
  });
});

describe('the PIN file', () => {
  it('is for its owner alone, whatever the umask, and holds no PIN', () => {
    const folder = temporaryFolder();
    const before = process.umask(0);
    try {
      writePinFile(folder, hash);
    } finally {
      process.umask(before);
    }
    expect(statSync(pathIn(folder)).mode & 0o777).toBe(0o600);
    expect(readFileSync(pathIn(folder), 'utf8')).not.toContain('280719');
    expect(readdirSync(folder)).toEqual([pinFileName]);
    expect(readPinFile(folder)).toEqual({ kind: 'set', hash });
  });

  it('is missing where none was written', () => {
    expect(readPinFile(temporaryFolder())).toEqual({ kind: 'missing' });
  });

  it('replaces the one before, also over what a writer that was killed left', () => {
    const folder = temporaryFolder();
    writeFileSync(`${pathIn(folder)}.new`, '{');
    writePinFile(folder, hash);
    writePinFile(folder, { ...hash, parallelization: 1 });
    expect(readPinFile(folder)).toEqual({ kind: 'set', hash: { ...hash, parallelization: 1 } });
    expect(readdirSync(folder)).toEqual([pinFileName]);
  });

  it('says what to do where it cannot be written, and leaves the one before', () => {
    const folder = temporaryFolder();
    mkdirSync(pathIn(folder));
    expect(() => writePinFile(folder, hash)).toThrow(
      expect.objectContaining({
        code: 'data-folder-unwritable',
        message: expect.stringContaining('the one before still holds'),
      }),
    );
    expect(readdirSync(folder)).toEqual([pinFileName]);
  });

  const spoilers: readonly [what: string, spoil: (path: string) => void, reason: RegExp][] = [
    ['is no JSON', (path) => writeFileSync(path, 'mine'), /no JSON/],
    ['is JSON of another form', (path) => writeFileSync(path, '{"pin":"280719"}'), /no PIN/],
    ['has prototype names', (path) => writeFileSync(path, '{"__proto__":{"algorithm":"scrypt"}}'), /no PIN/],
    ['is endless', (path) => writeFileSync(path, ' '.repeat(10_000_000)), /too long/],
    ['may be read by others', (path) => chmodSync(path, 0o604), /others may read/],
    ['may be written by its group', (path) => chmodSync(path, 0o620), /others may read or write/],
    [
      'is a link to another one',
      (path) => {
        renameSync(path, `${path}.elsewhere`);
        symlinkSync(`${path}.elsewhere`, path);
      },
      /ELOOP/,
    ],
  ];
  it.skipIf(process.platform === 'win32').each(spoilers)('opens nothing where it %s', (_what, spoil, reason) => {
    const folder = temporaryFolder();
    writePinFile(folder, hash);
    spoil(pathIn(folder));
    expect(readPinFile(folder)).toEqual({ kind: 'unusable', reason: expect.stringMatching(reason) });
  });

  it.skipIf(process.platform === 'win32')('does not wait at a pipe', () => {
    const folder = temporaryFolder();
    expect(spawnSync('mkfifo', ['-m', '600', pathIn(folder)]).status).toBe(0);
    expect(readPinFile(folder)).toEqual({ kind: 'unusable', reason: 'it is no file' });
  });

  it.runIf(isRoot)(
    'is given to the owner of the folder when root writes it, and taken from nobody else (as root)',
    () => {
      const folder = temporaryFolder();
      chownSync(folder, 1234, 1234);
      writePinFile(folder, hash);
      expect(statSync(pathIn(folder))).toMatchObject({ uid: 1234, gid: 1234 });
      expect(readPinFile(folder)).toMatchObject({ kind: 'set' });
      chownSync(pathIn(folder), 4321, 4321);
      expect(readPinFile(folder)).toEqual({ kind: 'unusable', reason: expect.stringContaining('another user') });
      expect(existsSync(pathIn(folder))).toBe(true);
    },
  );
});

describe('the rules of a PIN', () => {
  it.each([
    '111111',
    '123456',
    '654321',
    '345678',
    '890123',
    '210987',
    '121212',
    '123123',
    '000000000000',
    '0123456789',
  ])('refuse %s, which is guessed first', (pin) => {
    expect(pinFault(pin)).toMatch(/guessed first/);
  });

  it.each([
    ['', /6 to 12/],
    ['28071', /6 to 12/],
    ['2807192807192', /6 to 12/],
    ['28071a', /digits only/],
    ['２８０７１９', /digits only/],
    ['280719 ', /digits only/],
    ['-28071', /digits only/],
  ])('refuse "%s"', (pin, words) => {
    expect(pinFault(pin)).toMatch(words);
  });

  it.each(['280719', '112358', '123457', '135791', '280719280719'])('take %s', (pin) => {
    expect(pinFault(pin)).toBeNull();
  });
});
