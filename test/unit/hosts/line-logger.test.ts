/** A log line is one line, whatever it is told. */
import { expect, it } from 'vitest';
import { createLineLogger } from '../../../main/adapters/logging/line-logger.ts';

it('writes time, level, message and facts on one line', () => {
  const lines: string[] = [];
  const logger = createLineLogger((line) => lines.push(line), { nowMs: () => 0 }, 'core');
  logger.info('Started', { port: 8080, path: '/srv/data', none: null });
  logger.error('Two\nlines', { reason: 'a b\nlevel=info', list: [1] });
  expect(lines).toEqual([
    '1970-01-01T00:00:00.000Z info "Started" source=core port=8080 path=/srv/data none=null\n',
    '1970-01-01T00:00:00.000Z error "Two\\nlines" source=core reason="a b\\nlevel=info" list="[1]"\n',
  ]);
});
