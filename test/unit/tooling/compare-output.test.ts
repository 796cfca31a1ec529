/** How the manual's boxes are held against what is said: strict but for what differs from day to day. */
import { describe, expect, it } from 'vitest';
import { compareOutput } from '../../fixtures/operations/compare-output.ts';
import { readTranscript } from '../../fixtures/operations/read-transcript.ts';

const isSame = (shown: string, said: string, anyFigures = false): boolean =>
  compareOutput(shown, said, { folder: '/tmp/kiosk', anyFigures }).isSame;

describe('what is said and what the manual shows', () => {
  it.each([
    ['another day', 'published 2026-07-22 04:41:05, 5 hours old', 'published 2027-01-01 00:00:00, a moment old'],
    ['another hash', 'Fingerprint  1234 5678 9abc def0 1234', 'Fingerprint  aaaa bbbb cccc dddd eeee'],
    ['another key', 'root-943470bd.json', 'root-aabbccdd.json'],
    ['another size', 'from 1: 229 bytes', 'from 1: 1,168 bytes'],
    ['another port', '127.0.0.1:9465  4 → 5', '127.0.0.1:41234 4 → 5'.replace(' 4', '  4')],
    ['other columns', 'A    B', 'A          B'],
    ['the folder', 'in $PWD/keys', 'in /tmp/kiosk/keys'],
    ['lines left out', 'one\n…\nfour', 'one\ntwo\nthree\nfour'],
    ['none left out', 'one\n…\ntwo', 'one\ntwo'],
    ['a part left out', 'Changes  …/catalogue/….html', 'Changes  /tmp/kiosk/www/catalogue/1a.html'],
  ])('may differ by %s', (_what, shown, said) => {
    expect(isSame(shown, said)).toBe(true);
  });

  it.each([
    ['another release', 'The kiosk shows release 2 now.', 'The kiosk shows release 1 now.'],
    ['another fee', 'fee 8.000 đ', 'fee 5.000 đ'],
    ['a line more', 'one', 'one\ntwo'],
    ['a line less', 'one\ntwo', 'one'],
    ['an end that is not there', 'one\n…\nfour', 'one\ntwo'],
    ['nothing', 'one', ''],
    ['another exit code', 'exit code 1', 'exit code 3'],
  ])('may not differ by %s', (_what, shown, said) => {
    expect(isSame(shown, said)).toBe(false);
  });

  it('may differ by every figure where another export was built, and by nothing else', () => {
    expect(isSame('Written 478 procedures', 'Written 88 procedures', true)).toBe(true);
    expect(isSame('Written 478 procedures', 'Refused 88 procedures', true)).toBe(false);
  });
});

it('reads boxes to type with what is said after them, and no others', () => {
  const manual =
    '# A\n```sh\nls\n```\ntext\n```text\nfile\n```\n## B\n```bash\nnot run\n```\n```sh\ncd x\n```\n```ini\n[a]\n```\n';
  expect(readTranscript(manual)).toEqual([
    { line: 2, heading: 'A', commands: 'ls', output: 'file' },
    { line: 13, heading: 'B', commands: 'cd x', output: null },
  ]);
});
