/** One-time codes: six digits for the applicant's telephone, good once, for ten minutes, until the next one. */
import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../main/core/ports.ts';
import type { PortalDatabase } from './portal-database.ts';
import { PortalProblem } from './portal-problem.ts';

export interface OneTimeCodes {
  /**
   * The digits to be sent; also made, and good for nothing, where there is no dossier. Throws `paused` after one in a minute or
   * five in a day.
   */
  make(dossierCode: string): string;
  /** Uses it up where it is right. */
  accept(dossierCode: string, digits: string): boolean;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const validMs = 10 * minuteMs;
const mostADay = 5;

export function createOneTimeCodes(database: PortalDatabase, clock: Clock): OneTimeCodes {
  const forgetWishes = database.prepare<[number]>('DELETE FROM code_wishes WHERE at_ms <= ?');
  const forgetCodes = database.prepare<[number]>('DELETE FROM one_time_codes WHERE until_ms <= ?');
  const wishes = database.prepare<[string], { at_ms: number }>(
    'SELECT at_ms FROM code_wishes WHERE code = ? ORDER BY at_ms',
  );
  const addWish = database.prepare<[string, number]>('INSERT INTO code_wishes (code, at_ms) VALUES (?, ?)');
  const addCode = database.prepare<[string, string, number]>(
    'INSERT OR REPLACE INTO one_time_codes (code, digits, until_ms) VALUES (?, ?, ?)',
  );
  const readCode = database.prepare<[string, number], { digits: string }>(
    'SELECT digits FROM one_time_codes WHERE code = ? AND until_ms > ?',
  );
  const dropCode = database.prepare<[string]>('DELETE FROM one_time_codes WHERE code = ?');

  const make = database.transaction((dossierCode: string, nowMs: number): string => {
    forgetWishes.run(nowMs - dayMs);
    forgetCodes.run(nowMs);
    const former = wishes.all(dossierCode).map(({ at_ms: atMs }) => atMs);
    const waitMs = Math.max(
      (former.at(-1) ?? Number.NEGATIVE_INFINITY) + minuteMs - nowMs,
      former.length < mostADay ? 0 : (former[0] ?? nowMs) + dayMs - nowMs,
    );
    if (waitMs > 0) {
      throw new PortalProblem('paused', { retryAfterMs: waitMs });
    }
    const digits = String(randomInt(1_000_000)).padStart(6, '0');
    addWish.run(dossierCode, nowMs);
    addCode.run(dossierCode, digits, nowMs + validMs);
    return digits;
  });
  return {
    make: (dossierCode) => make.immediate(dossierCode, clock.nowMs()),
    accept: (dossierCode, digits) => {
      const known = readCode.get(dossierCode, clock.nowMs())?.digits;
      const isRight = known !== undefined && timingSafeEqual(Buffer.from(digits), Buffer.from(known));
      if (isRight) {
        dropCode.run(dossierCode);
      }
      return isRight;
    },
  };
}
