/** The kiosk's own client and fetcher against the reference portal, over a socket: both speak the same API. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPortalFetcher } from '../../../main/adapters/portal/create-portal-fetcher.ts';
import { createPortalClient } from '../../../main/core/portal/create-portal-client.ts';
import type { PortalAnswer, PortalClient } from '../../../main/core/portal/portal-client.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { keyOf, type ReferencePortalWorld, startReferencePortal } from './reference-portal-world.ts';

let folder: string;
let world: ReferencePortalWorld;
let client: PortalClient;
const wish = { procedureCode: '1.001612', day: '2026-07-23', from: '08:00', name: 'NGUYỄN THỊ MẪU' };
const key = 'booking-key-0123456789';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-client-'));
  world = await startReferencePortal();
  client = clientOf('kiosk-1', 'kiosk-1');
});

afterEach(async () => {
  await client.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

function clientOf(kioskId: string, keyHolder: string): PortalClient {
  const keyFile = join(folder, 'key');
  writeFileSync(keyFile, keyOf(keyHolder), { mode: 0o600 });
  return createPortalClient({
    fetcher: createPortalFetcher({ url: world.portal.address, kioskId, keyFile, authorityFile: null }),
    clock: world.clock,
    schedule: createManualSchedule().schedule,
    logger: world.logger,
    random: () => 0.5,
  });
}

function valueOf<T>(answer: PortalAnswer<T>): T {
  if (!answer.ok) {
    throw new Error(`The portal could not be asked: ${answer.trouble.reason}`);
  }
  return answer.value;
}

it('learns how far a dossier is, and opens it with the card', async () => {
  for (const { dossier, person } of world.dossiers) {
    const { dossierCode } = dossier;
    const { identityNumber, birthDate, issuedOn } = person;
    expect(valueOf(await client.progress(dossierCode))).toMatchObject({
      dossierCode,
      asOfMs: Date.UTC(2026, 6, 22, 2, 41, 5),
    });
    const opened = valueOf(await client.dossier(dossierCode, { kind: 'card', identityNumber, birthDate, issuedOn }));
    expect(opened).toEqual({ outcome: 'shown', dossier: { ...dossier, asOf: '2026-07-22T09:41:05+07:00' } });
  }
  expect(valueOf(await client.progress('000.00.01.H29-260722-9999'))).toBeNull();
});

it('opens a dossier with a one-time code, and is paused after five wrong ones', async () => {
  const code = world.dossiers[0]?.dossier.dossierCode ?? '';
  expect(valueOf(await client.sendCode(code))).toEqual({ outcome: 'sent' });
  expect(valueOf(await client.sendCode(code))).toMatchObject({ outcome: 'paused' });
  const right = { kind: 'one-time-code', code: world.sent[0]?.digits ?? '' } as const;
  expect(valueOf(await client.dossier(code, right))).toMatchObject({ outcome: 'shown' });
  for (let tries = 0; tries < 5; tries += 1) {
    expect(valueOf(await client.dossier(code, right))).toEqual({ outcome: 'refused' });
  }
  const untilMs = world.clock.nowMs() + 15 * 60_000;
  expect(valueOf(await client.dossier(code, right))).toEqual({ outcome: 'paused', untilMs });
});

it('books, changes, gives back and books anew', async () => {
  const slots = valueOf(await client.slots(wish.procedureCode, 14));
  expect(slots?.days[1]?.slots[0]).toEqual({ from: '08:00', until: '08:30', free: 1 });
  expect(valueOf(await client.slots('1.004194', 14))).toBeNull();
  const booked = valueOf(await client.book(key, wish));
  expect(booked).toMatchObject({ outcome: 'done', appointment: { state: 'booked' } });
  expect(valueOf(await client.book(key, wish))).toEqual(booked);
  expect(valueOf(await client.book(`${key}-2`, wish))).toEqual({ outcome: 'full' });
  const code = booked.outcome === 'done' ? booked.appointment.appointmentCode : '';
  const slot = { day: '2026-07-24', from: '13:30' };
  expect(valueOf(await client.change(`${key}-3`, code, slot))).toMatchObject({ outcome: 'done', appointment: slot });
  expect(valueOf(await client.appointment(code))).toMatchObject(slot);
  expect(valueOf(await client.giveBack(code))).toMatchObject({ outcome: 'done' });
  expect(valueOf(await client.giveBack('AAAAAAAAAA'))).toEqual({ outcome: 'not-found' });
  expect(valueOf(await client.change(`${key}-4`, code, slot))).toMatchObject({ outcome: 'settled' });
  expect(valueOf(await client.book(`${key}-5`, wish))).toMatchObject({ outcome: 'done' });
  expect(valueOf(await client.giveBackByKey(`${key}-5`))).toBeNull();
  expect(valueOf(await client.book(`${key}-6`, wish))).toMatchObject({ outcome: 'done' });
});

it('checks in within the window alone', async () => {
  const booked = valueOf(await client.book(key, wish));
  const code = booked.outcome === 'done' ? booked.appointment.appointmentCode : '';
  const startMs = Date.UTC(2026, 6, 23, 1);
  const outcomes: string[] = [];
  for (const minutes of [-600, -31, -30, 0, 60]) {
    world.clock.nowIsMs = startMs + minutes * 60_000;
    outcomes.push(valueOf(await client.checkIn(code)).outcome);
  }
  expect(outcomes).toEqual(['other-day', 'too-early', 'done', 'done', 'done']);
  expect(valueOf(await client.checkIn('AAAAAAAAAA'))).toEqual({ outcome: 'not-found' });
});

it('hears of a wrong key, and of too many requests, as trouble', async () => {
  await client.close();
  client = clientOf('kiosk-1', 'kiosk-2');
  expect(await client.appointment('AAAAAAAAAA')).toMatchObject({ ok: false, trouble: { reason: 'failing' } });
  await client.close();
  client = clientOf('kiosk-1', 'kiosk-1');
  for (let count = 0; count < 120; count += 1) {
    valueOf(await client.appointment('AAAAAAAAAA'));
  }
  expect(await client.giveBack('AAAAAAAAAA')).toMatchObject({ ok: false, trouble: { reason: 'busy' } });
  expect(client.overview()).toMatchObject({ origin: world.portal.address.slice(0, -1), trouble: 'busy' });
});
