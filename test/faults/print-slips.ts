/**
 * A whole core that is killed at any moment: keeps twenty slips waiting, job number n for procedure `codeOfJob(n)`, and prints
 * `ready` and each number it was answered as a line. Told to finish it adds none, ends when all are over, and says `done`.
 */
import { writeSync } from 'node:fs';
import type { PrintAnswer } from '../../main/contract/printing.ts';
import { startKiosk } from '../../main/hosts/start-kiosk.ts';
import { codeOfJob, mostJobs } from './job-codes.ts';

const [configurationPath = '', catalogueFolder = '', dataFolder = '', order = ''] = process.argv.slice(2);
const wanted = order === 'finish' ? 0 : 20;
const trouble = (message: string, fields?: object): void =>
  void process.stderr.write(`${message} ${JSON.stringify(fields ?? {})}\n`);
const logger = { info: () => undefined, warn: () => undefined, error: trouble };

const kiosk = await startKiosk({ configurationPath, catalogueFolder, dataFolder }, logger);
if (kiosk.startFailure !== null) {
  throw kiosk.startFailure;
}
let changed = Promise.withResolvers<void>();
kiosk.onPush(({ event }) => (event === 'printJob.changed' ? changed.resolve() : undefined));
writeSync(1, 'ready\n');

for (;;) {
  const { jobs } = await kiosk.staffHandlers['printer.overview']({});
  const waiting = jobs.filter(({ state }) => ['queued', 'sending', 'paused'].includes(state)).length;
  const number = (jobs[0]?.job ?? 0) + 1;
  if (waiting < wanted && number <= mostJobs) {
    const answer = await print(number);
    if (answer?.outcome !== 'accepted' || answer.job.job !== number) {
      throw new Error(`job ${number} was answered with ${JSON.stringify(answer)}`);
    }
    // At once and whole, so that what stands here is what somebody could have read.
    writeSync(1, `${number}\n`);
  } else if (waiting === 0) {
    await kiosk.close();
    writeSync(1, 'done\n');
    break;
  } else {
    changed = Promise.withResolvers();
    await changed.promise;
  }
}

/** Some of them a citizen's, who may have five waiting. */
async function print(number: number): Promise<PrintAnswer | undefined> {
  const slip = { kind: 'checklist', code: codeOfJob(number), caseId: null, language: 'vi', large: false } as const;
  const answer = number % 3 === 0 ? await kiosk.handlers['printing.print'](slip) : null;
  return answer === null || answer.outcome === 'refused'
    ? (await kiosk.staffHandlers['printer.print']({ slips: [slip], copies: 1 }))[0]
    : answer;
}
