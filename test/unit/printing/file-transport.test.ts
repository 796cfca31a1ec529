import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileTransport } from '../../../main/adapters/printing/file-transport.ts';
import { untilClosed } from './transport-fixtures.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-transport-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('file:', () => {
  it('writes whole when it is closed, replaces a former file and leaves nothing else', async () => {
    const path = join(folder, 'slip.bin');
    for (const job of ['first and longer', 'second']) {
      const connection = await createFileTransport(path).open();
      await connection.write(Buffer.from(job.slice(0, 3)));
      await connection.write(Buffer.from(job.slice(3)));
      expect(connection.bytesAccepted).toBe(0);
      await connection.close();
      expect(connection.bytesAccepted).toBe(job.length);
      expect(readFileSync(path, 'utf8')).toBe(job);
    }
    expect(readdirSync(folder)).toEqual(['slip.bin']);
  });

  it('writes nothing at all when it is given up, and says that it is over', async () => {
    const path = join(folder, 'slip.bin');
    const connection = await createFileTransport(path).open();
    await connection.write(Buffer.from('half'));
    connection.abort();
    await untilClosed(connection);
    await connection.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never makes a file of a device that is unplugged', async () => {
    const transport = createFileTransport('/dev/usb/lp-not-there');
    await expect(transport.open()).rejects.toMatchObject({ code: 'printer-refused' });
    expect(existsSync('/dev/usb/lp-not-there')).toBe(false);
  });

  it('refuses folders and links, and a folder that is missing', async () => {
    mkdirSync(join(folder, 'a'));
    symlinkSync('/dev/null', join(folder, 'link'));
    await expect(createFileTransport(join(folder, 'a')).open()).rejects.toMatchObject({ code: 'printer-refused' });
    await expect(createFileTransport(join(folder, 'link')).open()).rejects.toMatchObject({ code: 'printer-refused' });
    const missing = createFileTransport(join(folder, 'b', 'c'));
    await expect(missing.open()).rejects.toMatchObject({ code: 'printer-unreachable' });
  });

  it('is one job a connection and never asked for its status', async () => {
    const transport = createFileTransport(join(folder, 'slip.bin'));
    expect(transport.kind).toBe('file');
    const connection = await transport.open();
    expect(connection.answers).toBe(false);
    connection.abort();
  });
});
