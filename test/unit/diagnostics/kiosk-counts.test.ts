/** A whole core: what citizens do is counted, each once, and nothing of what they asked, printed or held before the reader is told. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { metricsText } from '../../../main/adapters/metrics/metrics-text.ts';
import { kioskStatusSchema } from '../../../main/contract/status.ts';
import { dispatchStaff } from '../../../main/core/dispatch.ts';
import { searchBuilder } from '../../../main/core/search/search-builder.ts';
import { cardFields, citizenCard } from '../../fakes/scanned-texts.ts';
import { build, projectFolder } from '../catalogue/build-fixtures.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { startCitizenKiosk } from '../core/citizen-kiosk.ts';

it('counts questions, slips and scans of a kiosk, without a word of them', async () => {
  const catalogueFolder = join(temporaryFolder(), 'catalogue');
  await build([join(projectFolder, 'data/catalogue')], { search: searchBuilder, outputFolder: catalogueFolder });
  const { kiosk, call, scanCard, jobEnded } = startCitizenKiosk(catalogueFolder);
  const status = async () => {
    const reply = await dispatchStaff(kiosk, { id: 1, method: 'kiosk.status', params: {} }, 'terminal');
    return kioskStatusSchema.parse(reply.ok ? reply.result : null);
  };

  // One question, letter by letter, that finds something; two of its answers are opened.
  for (const words of ['kha', 'khai s', 'khai sinh']) {
    await call('procedures.search', { words, limit: 5 });
  }
  await call('procedures.get', { code: '1.001193' });
  await call('procedures.get', { code: '1.001193' });
  // Another one that finds nothing, with which the citizen leaves.
  await call('procedures.search', { words: 'qwxz vbnm', limit: 5 });
  await scanCard(citizenCard());
  const answer = await call('printing.print', {
    kind: 'checklist',
    code: '1.001193',
    caseId: null,
    language: 'vi',
    large: false,
  });
  expect(answer.outcome).toBe('accepted');
  const end = await jobEnded(answer.outcome === 'accepted' ? answer.job.job : 0);
  await call('session.end', {});

  const told = await status();
  expect(told).toMatchObject({ starts: 1, reader: { state: 'connected' } });
  expect(told.counts).toEqual({
    searches: 2,
    searchesWithoutResult: 1,
    slipsPrinted: end === 'printed' ? 1 : 0,
    slipsFailed: end === 'failed' ? 1 : 0,
    ticketsGiven: 0,
    scans: 1,
    updateFailures: {},
  });
  expect(end).toBe('printed');
  const { body } = await metricsText(told, true);
  expect(`${JSON.stringify(told)}${body}`).not.toMatch(new RegExp(`khai|qwxz|1\\.001193|${cardFields.number}`, 'u'));
});
