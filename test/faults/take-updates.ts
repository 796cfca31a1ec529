/**
 * A whole core that is killed at any moment of an update: says what it shows at its start as `start <number> <title>`, each phase as
 * `phase <name>` and each release it took as `took <number>`. Told to finish it ends once it is up to date, and says `done`.
 */
import { readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { updateProgressSchema } from '../../main/contract/updates.ts';
import { startKiosk } from '../../main/hosts/start-kiosk.ts';

const [configurationPath = '', catalogueFolder = '', dataFolder = '', order = ''] = process.argv.slice(2);
// Written at once and whole, so that what stands here is what somebody could have read.
const say = (line: string): void => void writeSync(1, `${line}\n`);
const trouble = (message: string, fields?: object): void =>
  void process.stderr.write(`${message} ${JSON.stringify(fields ?? {})}\n`);
const logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (message: string, fields?: object) =>
    /^The kiosk ended while release \d+ was tried/u.test(message) ? say('unacknowledged') : trouble(message, fields),
};

const kiosk = await startKiosk({ configurationPath, catalogueFolder, dataFolder }, logger);
if (kiosk.startFailure !== null) {
  throw kiosk.startFailure;
}
let phase: string = 'idle';
kiosk.onPush((push) => {
  if (push.event !== 'update.progress') {
    return;
  }
  const { phase: next } = updateProgressSchema.parse(push.payload);
  if (next !== phase) {
    phase = next;
    say(`phase ${phase}`);
  }
});
const { shown } = await kiosk.staffHandlers['updates.overview']({});
const found = await kiosk.handlers['procedures.search']({ words: 'khai sinh lần', limit: 1 });
say(`start ${shown.number} ${found.hits[0]?.shortTitle ?? ''}`);
say(`lies ${readdirSync(join(dataFolder, 'releases'), { recursive: true }).length}`);

for (;;) {
  const outcome = await kiosk.staffHandlers['updates.check']({});
  if (outcome.kind === 'committed') {
    say(`took ${outcome.number}`);
  } else if (outcome.kind === 'failed' && outcome.reason === 'refused-before') {
    say('refused');
  } else if (outcome.kind === 'failed') {
    trouble(`${outcome.reason}: ${outcome.detail}`);
  }
  if (order === 'finish' && outcome.kind === 'current') {
    await kiosk.close();
    say('done');
    break;
  }
}
