/** The stream of a pushed release: what goes in comes out, however it is cut; everything else is refused. */
import { array, assert as check, constantFrom, nat, property, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BundleError,
  type BundleLimits,
  bundleLength,
  bundleLine,
  createBundleReader,
} from '../../../main/core/releases/bundle-stream.ts';

const limits: BundleLimits = { mostFiles: 20, mostFileBytes: 1_000, mostBytes: 5_000 };
const pathOf = (place: number): string => `metadata/${place + 1}.root.json`;

interface File {
  readonly path: string;
  readonly content: Uint8Array;
}

function streamOf(files: readonly File[]): Buffer {
  return Buffer.concat(files.flatMap(({ path, content }) => [bundleLine({ path, bytes: content.length }), content]));
}

/** Reads it in pieces of such lengths, again and again. */
function read(stream: Uint8Array, pieceLengths: readonly number[] = [stream.length]): File[] {
  const reader = createBundleReader(limits);
  const files: { path: string; content: Buffer; bytes: number }[] = [];
  let place = 0;
  for (let turn = 0; place < stream.length; turn += 1) {
    const length = Math.max(1, pieceLengths[turn % pieceLengths.length] ?? 1);
    for (const part of reader.push(stream.subarray(place, place + length))) {
      if (part.kind === 'file') {
        files.push({ path: part.file.path, bytes: part.file.bytes, content: Buffer.alloc(0) });
      } else {
        const last = files.at(-1) ?? expect.fail('bytes before a file');
        last.content = Buffer.concat([last.content, part.bytes]);
      }
    }
    place += length;
  }
  reader.finish();
  for (const { bytes, content } of files) {
    expect(content.length).toBe(bytes);
  }
  return files.map(({ path, content }) => ({ path, content: Uint8Array.from(content) }));
}

function faultOf(stream: Uint8Array | string): string {
  try {
    read(Buffer.from(stream));
  } catch (error) {
    if (error instanceof BundleError) {
      return error.fault;
    }
    throw error;
  }
  return 'none';
}

describe('a bundle', () => {
  it('comes out as it went in, however the network cuts it', () => {
    const contents = array(uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 10 });
    check(
      property(contents, array(nat({ max: 300 }), { minLength: 1, maxLength: 5 }), (parts, cuts) => {
        const files = parts.map((content, place) => ({ path: pathOf(place), content }));
        const stream = streamOf(files);
        expect(stream.length).toBe(bundleLength(files.map(({ path, content }) => ({ path, bytes: content.length }))));
        expect(read(stream, cuts)).toEqual(
          files.map(({ path, content }) => ({ path, content: Uint8Array.from(content) })),
        );
      }),
    );
  });

  it('that is cut short anywhere is none', () => {
    const stream = streamOf([
      { path: pathOf(0), content: Buffer.from('first') },
      { path: pathOf(1), content: Buffer.from('second') },
    ]);
    const first = bundleLength([{ path: pathOf(0), bytes: 5 }]);
    for (let length = 0; length < stream.length; length += 1) {
      // Only a cut between two files cannot be seen here; the request's own length tells it.
      expect([length, faultOf(stream.subarray(0, length))]).toEqual([length, length === first ? 'none' : 'malformed']);
    }
  });

  it.each<[string, string, string]>([
    ['a name that leads out', '{"path":"../../etc/passwd","bytes":1}\nx', 'malformed'],
    ['an absolute name', '{"path":"/etc/passwd","bytes":1}\nx', 'malformed'],
    ['a name no repository knows', '{"path":"metadata/root.json","bytes":1}\nx', 'malformed'],
    ['a name with a zero byte', '{"path":"metadata/1.root.json\\u0000","bytes":1}\nx', 'malformed'],
    [
      'the same name twice',
      '{"path":"metadata/1.root.json","bytes":1}\nx{"path":"metadata/1.root.json","bytes":1}\ny',
      'malformed',
    ],
    ['a negative length', '{"path":"metadata/1.root.json","bytes":-1}\n', 'malformed'],
    ['half a byte', '{"path":"metadata/1.root.json","bytes":0.5}\n', 'malformed'],
    ['a length as text', '{"path":"metadata/1.root.json","bytes":"1"}\nx', 'malformed'],
    ['more in its line', '{"path":"metadata/1.root.json","bytes":1,"mode":511}\nx', 'malformed'],
    ['a line that never ends', 'x'.repeat(100_000), 'malformed'],
    ['no JSON', 'hello\n', 'malformed'],
    ['nothing', '', 'malformed'],
    ['a file larger than is taken', '{"path":"metadata/1.root.json","bytes":1001}\n', 'too-large'],
    ['a length beyond numbers', '{"path":"metadata/1.root.json","bytes":9007199254740993}\n', 'malformed'],
  ])('with %s is refused', (_what, stream, fault) => {
    expect(faultOf(stream)).toBe(fault);
  });

  it('of too many files, or too much together, is refused', () => {
    const many = Array.from({ length: 21 }, (_, place) => ({ path: pathOf(place), content: Buffer.alloc(1) }));
    expect([faultOf(streamOf(many)), faultOf(streamOf(many.slice(1)))]).toEqual(['too-large', 'none']);
    const large = Array.from({ length: 6 }, (_, place) => ({ path: pathOf(place), content: Buffer.alloc(1_000) }));
    expect([faultOf(streamOf(large)), faultOf(streamOf(large.slice(1)))]).toEqual(['too-large', 'none']);
  });

  it('made of noise never comes out as anything but an error', () => {
    check(
      property(
        array(constantFrom('{', '}', '"path"', ':', ',', '"bytes"', '1', '\n', '"metadata/1.root.json"', '../')),
        string(),
        (words, noise) => {
          expect(['malformed', 'too-large', 'none']).toContain(faultOf(words.join('')));
          expect(['malformed', 'too-large']).toContain(faultOf(`${noise}\n`));
        },
      ),
    );
  });
});
