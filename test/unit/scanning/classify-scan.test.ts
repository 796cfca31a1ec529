import { describe, expect, it } from 'vitest';
import { classifyScan } from '../../../main/core/scanning/classify-scan.ts';

const template = 'https://portal.example/p?ma_thu_tuc={code}';

describe('what was scanned', () => {
  it.each(['1.001193', ']Q11.001193', ' 1.001193 ', 'https://portal.example/p?ma_thu_tuc=1.001193'])(
    'is a procedure: %j',
    (text) => {
      expect(classifyScan(text, template)).toEqual({ kind: 'procedure', code: '1.001193' });
    },
  );

  it.each([
    '',
    'xin chào',
    'https://elsewhere.example/p?ma_thu_tuc=1.001193',
    'https://portal.example/p?ma_thu_tuc=<script>',
    '012345678901|x|NGUYEN VAN A|01011990|Nam|HA NOI|01012021',
    '9'.repeat(600),
  ])('is unknown: %j', (text) => {
    expect(classifyScan(text, template)).toEqual({ kind: 'unknown' });
  });
});
