/** Privacy of the core: when a citizen has gone, nothing of their card or dossier is in a file, a log or an answer. */

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { dossierSlips } from '../../../main/contract/dossiers.ts';
import type { SlipRequest } from '../../../main/contract/printing.ts';
import { dispatch, dispatchStaff } from '../../../main/core/dispatch.ts';
import { dayMs, officeDate } from '../../../main/core/office-date.ts';
import type { WireDossier } from '../../../main/core/portal/portal-schemas.ts';
import { searchBuilder } from '../../../main/core/search/search-builder.ts';
import { feeDue, lateBy, makeWireDossier, wireDossierCode } from '../../fakes/make-wire-dossier.ts';
import { cardFields, citizenCard, insuranceCard, insuranceFields } from '../../fakes/scanned-texts.ts';
import { jsonAnswer, problemAnswer } from '../../fakes/scripted-fetcher.ts';
import { build, entriesFolder } from '../catalogue/build-fixtures.ts';
import { temporaryFolderForSuite } from '../catalogue/temporary-folder-for-suite.ts';
import { filesIn, startCitizenKiosk, tracesIn } from './citizen-kiosk.ts';

const suiteFolder = temporaryFolderForSuite();
let catalogueFolder = '';
beforeAll(async () => {
  catalogueFolder = join(suiteFolder(), 'catalogue');
  await build([entriesFolder], { search: searchBuilder, outputFolder: catalogueFolder });
});

const dossier = makeWireDossier({
  state: 'payment-needed',
  history: [{ state: 'payment-needed', at: '2026-11-25', department: 'Tư pháp – Hộ tịch' }],
  next: { kind: 'pay' },
  payment: feeDue,
  lateness: lateBy,
});
const { former, number, name, residence } = cardFields;
/** What stands on the cards, in the forms in which it could be written down. */
const personal = [
  number,
  former,
  name,
  'Nguyễn Thị Mẫu',
  'nguyen thi mau',
  residence,
  'Khu phố 2',
  '01021990',
  '1990-02-01',
  '05062021',
  '2021-06-05',
  insuranceFields.number,
  insuranceFields.name,
  insuranceFields.address,
  insuranceFields.manager,
];
/** What proof opens, besides. */
const opened = [
  '0128/TN-HS',
  'Đăng ký khai sinh cho con',
  'Cơ quan phối hợp chưa gửi lại kết quả',
  'UBND PHUONG MAU',
  feeDue.payee.account,
  'Quầy 1, sau khi chuyển tiền',
  '079•••••1234',
];
/** Over the longest holidays, with a weekend on either side. */
const mostDaysClosed = 14;

const appointment = {
  appointmentCode: 'ABCD1234EFGH',
  procedureCode: '9.000001',
  service: {
    id: 'ho-tich',
    name: { vi: 'Hộ tịch', en: 'Civil status' },
    place: { name: 'Phường Thử', address: null, counter: null },
    contact: null,
  },
  until: '09:00',
  state: 'booked',
  checkInFrom: '2026-11-26T08:00:00+07:00',
  checkInUntil: '2026-11-26T09:00:00+07:00',
};
const shown = (wire: WireDossier = dossier) => jsonAnswer(200, wire);
const print = { language: 'vi', large: false } as const;
const slipsOf = (view: string): SlipRequest[] =>
  dossierSlips.map((slip) => ({ kind: 'dossier', view, slip, ...print }));

/** A temporary folder of the system that is this test's alone. */
function ownTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-privacy-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  onTestFinished(() => {
    if (before === undefined) {
      delete process.env['TMPDIR'];
    } else {
      process.env['TMPDIR'] = before;
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

type CitizenKiosk = ReturnType<typeof startCitizenKiosk>;

async function openDossier({ call, scanCard, portal }: CitizenKiosk): Promise<string> {
  const card = await scanCard(citizenCard());
  portal.say(shown());
  const answer = await call('dossiers.prove', { dossierCode: wireDossierCode, proof: { by: 'card', card } });
  if (answer.outcome !== 'shown') {
    throw new Error(`Nothing was shown: ${answer.outcome}`);
  }
  return answer.view;
}

/** The core tells the portal whose it is; the page is told nothing of it. */
async function bookInTheNameOnACard({ call, scanCard, printer, portal, jobEnded }: CitizenKiosk): Promise<void> {
  const card = await scanCard(citizenCard());
  portal.say((request) => {
    const { day, from, name: who } = JSON.parse(request.body ?? '{}');
    expect(who).toBe(name);
    return Promise.resolve(jsonAnswer(201, { ...appointment, day, from }));
  });
  let outcome = 'full';
  // Until the office is open.
  for (let ahead = 1; outcome === 'full' && ahead <= mostDaysClosed; ahead += 1) {
    const wish = { key: 'wish-of-this-citizen', code: '9.000001', from: '08:30' };
    const day = officeDate(Date.now() + ahead * dayMs);
    const answer = await call('appointments.book', { ...wish, day, holder: { by: 'card', card } });
    expect(tracesIn(Buffer.from(JSON.stringify(answer)), personal)).toEqual([]);
    ({ outcome } = answer);
  }
  expect(outcome).toBe('booked');
  const slip: SlipRequest = { kind: 'appointment', appointmentCode: appointment.appointmentCode, ...print };
  expect((await call('printing.preview', slip)).spokenText).toContain(name);
  const answer = await call('printing.print', slip);
  expect(answer.outcome === 'accepted' && (await jobEnded(answer.job.job))).toBe('printed');
  expect(printer.slips).toHaveLength(5);
}

/** Does all that a citizen can do with a card and a dossier; returns the key of a card that was not used. */
async function citizenComes(kiosk: CitizenKiosk): Promise<string> {
  const { call, ask, scanCard, printer, jobEnded, portal } = kiosk;
  portal.say(jsonAnswer(200, { dossierCode: wireDossierCode, stage: 'in-progress', percent: 60, asOf: dossier.asOf }));
  await call('dossiers.progress', { dossierCode: wireDossierCode });
  await scanCard(insuranceCard());
  portal.say(problemAnswer(403, 'proof-refused'));
  const wrong = await scanCard(citizenCard());
  await call('dossiers.prove', { dossierCode: wireDossierCode, proof: { by: 'card', card: wrong } });
  await call('dossiers.prove', { dossierCode: wireDossierCode, proof: { by: 'one-time-code', code: '135790' } });
  const view = await openDossier(kiosk);
  for (const slip of slipsOf(view)) {
    const preview = await call('printing.preview', slip);
    expect(preview.spokenText).toContain(wireDossierCode);
    const answer = await call('printing.print', slip);
    expect(answer.outcome === 'accepted' && (await jobEnded(answer.job.job))).toBe('printed');
  }
  expect(printer.slips).toHaveLength(4);
  await bookInTheNameOnACard(kiosk);
  // One more that waits for paper, and a card that was never used.
  printer.set({ paper: 'out' });
  await call('printing.print', { kind: 'dossier', view, slip: 'receipt', ...print });
  await call('printing.job', { job: 6 });
  await ask('procedures.search', { words: 'khai sinh', limit: 5 });
  return await scanCard(citizenCard());
}

describe('when the session has ended', () => {
  it('nothing of a card or a dossier is in the journal, its log, any other file or the log, and nothing more is printed', async () => {
    const temporary = ownTemporaryFolder();
    const kiosk = startCitizenKiosk(catalogueFolder);
    await citizenComes(kiosk);
    const written = () => [...filesIn(kiosk.dataFolder), ...filesIn(temporary)];
    const secret = [...personal, ...opened, wireDossierCode];
    const expectNone = () => {
      expect(written().map(({ path, bytes }) => [path, tracesIn(bytes, secret)])).toEqual(
        written().map(({ path }) => [path, []]),
      );
      expect(tracesIn(Buffer.from(JSON.stringify(kiosk.logger.entries)), [...secret, '135790'])).toEqual([]);
    };
    // Not even while it lasts.
    expectNone();
    const names = written().map(({ path }) => path);
    expect(names).toContain(join(kiosk.dataFolder, 'journal.db'));
    expect(names).toContain(join(kiosk.dataFolder, 'journal.db-wal'));
    await kiosk.call('session.end', {});
    expectNone();
    kiosk.printer.set({ paper: 'ok' });
    await kiosk.kiosk.close();
    expectNone();
    expect(kiosk.printer.slips).toHaveLength(5);
  });

  it('no answer to the next one who replays every request tells anything, and no proof counts', async () => {
    const kiosk = startCitizenKiosk(catalogueFolder);
    const unused = await citizenComes(kiosk);
    await kiosk.call('session.end', {});
    const replayed = [
      ...kiosk.requests,
      {
        method: 'dossiers.prove',
        params: { dossierCode: wireDossierCode, proof: { by: 'card', card: unused } },
      } as const,
    ];
    kiosk.portal.say(problemAnswer(404, 'not-found'));
    const askedBefore = kiosk.portal.asked.length;
    for (const { method, params } of replayed) {
      const reply = await dispatch(kiosk.kiosk, { id: 1, method, params });
      const text = JSON.stringify(reply);
      expect(tracesIn(Buffer.from(text), [...personal, ...opened]), text).toEqual([]);
      if (method === 'appointments.book') {
        expect(reply).toMatchObject({ ok: true, result: { outcome: expect.stringMatching(/^(card-needed|full)$/u) } });
      }
      if (method === 'dossiers.prove' && 'card' in Object(Object(params).proof)) {
        expect(reply).toMatchObject({ ok: true, result: { outcome: 'card-needed' } });
      }
      if (method.startsWith('printing.')) {
        expect(reply).toMatchObject({ ok: false, error: { code: 'not-found' } });
      }
    }
    // Only what needs no card was asked: the progress, and the one-time code that is wrong.
    expect(kiosk.portal.asked.slice(askedBefore).map(({ path }) => path.split('/').at(-1))).toEqual([
      'progress',
      'detail',
    ]);
  });
});

describe('a hostile page', () => {
  it('opens nothing with keys it guesses, and the portal is not asked', async () => {
    const { call, portal, scanCard } = startCitizenKiosk(catalogueFolder);
    await scanCard(citizenCard());
    portal.say(shown());
    for (let time = 1; time <= 500; time += 1) {
      const card = randomBytes(16).toString('base64url');
      const proof = { by: 'card', card } as const;
      expect(await call('dossiers.prove', { dossierCode: wireDossierCode, proof })).toEqual({ outcome: 'card-needed' });
    }
    expect(portal.asked).toEqual([]);
  });

  it('opens nothing with a health insurance card, nor twice with one card', async () => {
    const { call, portal, scanCard } = startCitizenKiosk(catalogueFolder);
    portal.say(shown());
    const prove = (card: string) =>
      call('dossiers.prove', { dossierCode: wireDossierCode, proof: { by: 'card', card } });
    expect(await prove(await scanCard(insuranceCard()))).toEqual({ outcome: 'card-needed' });
    const card = await scanCard(citizenCard());
    expect(await prove(card)).toMatchObject({ outcome: 'shown' });
    expect(await prove(card)).toEqual({ outcome: 'card-needed' });
    expect(portal.asked).toHaveLength(1);
  });

  it('prints and sees no slip of a dossier that was closed, nor of a view it guesses, whatever was drawn before', async () => {
    const kiosk = startCitizenKiosk(catalogueFolder);
    const { call, ask, printer } = kiosk;
    const refused = { ok: false, error: { code: 'not-found' } };
    const view = await openDossier(kiosk);
    const receipt: SlipRequest = { kind: 'dossier', view, slip: 'receipt', ...print };
    expect((await call('printing.preview', receipt)).spokenText).toContain(name);
    const other = { ...receipt, view: randomBytes(16).toString('base64url') };
    expect(await ask('printing.preview', other)).toMatchObject(refused);
    await call('dossiers.close', { view });
    for (const slip of slipsOf(view)) {
      expect(await ask('printing.preview', slip)).toMatchObject(refused);
      expect(await ask('printing.print', slip)).toMatchObject(refused);
    }
    expect(printer.slips).toEqual([]);
  });

  it('is shown nothing by an answer that comes when whoever proved it has gone', async () => {
    const { kiosk, call, portal, scanCard } = startCitizenKiosk(catalogueFolder);
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof shown>>();
    const asked = Promise.withResolvers<void>();
    portal.say(() => {
      asked.resolve();
      return promise;
    });
    const card = await scanCard(citizenCard());
    const proof = { dossierCode: wireDossierCode, proof: { by: 'card', card } };
    const late = dispatch(kiosk, { id: 2, method: 'dossiers.prove', params: proof });
    await asked.promise;
    await call('session.end', {});
    resolve(shown());
    expect(await late).toEqual({ id: 2, ok: true, result: { outcome: 'card-needed' } });
  });

  it('is paused after five one-time codes, also where it sends them all at once', async () => {
    const { kiosk, portal } = startCitizenKiosk(catalogueFolder);
    portal.say(problemAnswer(403, 'proof-refused'));
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const proof = { by: 'one-time-code', code: String(100_000 + index) };
        return dispatch(kiosk, {
          id: index,
          method: 'dossiers.prove',
          params: { dossierCode: wireDossierCode, proof },
        });
      }),
    );
    expect(portal.asked).toHaveLength(5);
    expect(replies.filter((reply) => reply.ok && Object(reply.result).outcome === 'paused')).toHaveLength(46);
  });

  it('neither sees nor calls off the jobs of others', async () => {
    const kiosk = startCitizenKiosk(catalogueFolder);
    const { ask, call, printer } = kiosk;
    printer.set({ paper: 'out' });
    await dispatchStaff(kiosk.kiosk, { id: 1, method: 'printer.test' }, 'terminal');
    const view = await openDossier(kiosk);
    await call('printing.print', { kind: 'dossier', view, slip: 'status', ...print });
    await call('printing.job', { job: 2 });
    await call('session.end', {});
    for (let job = 1; job <= 3; job += 1) {
      for (const method of ['printing.job', 'printing.cancel'] as const) {
        expect(await ask(method, { job })).toMatchObject({ ok: false, error: { code: 'not-found' } });
      }
      expect(await ask('printing.confirm', { job, cameOut: true })).toMatchObject({ error: { code: 'not-found' } });
    }
  });

  it('prints no slip about a person in staff’s name, which would come out when that person has left', async () => {
    const kiosk = startCitizenKiosk(catalogueFolder);
    const view = await openDossier(kiosk);
    const params = { slips: [{ kind: 'dossier', view, slip: 'receipt', ...print }], copies: 1 };
    expect(await dispatchStaff(kiosk.kiosk, { id: 1, method: 'printer.print', params }, 'screen')).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    });
  });
});

it('finds what it looks for, in every form', () => {
  const text = `x ${name} y`;
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(text.normalize('NFD')),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('hex')),
    Buffer.from(Buffer.from(text).toString('base64')),
  ]) {
    expect(tracesIn(bytes, personal)).toContain(name);
  }
  expect(tracesIn(readFileSync(new URL(import.meta.url)), ['0128/TN-HS'])).toEqual(['0128/TN-HS']);
});
