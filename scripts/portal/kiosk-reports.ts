/** What kiosks tell of themselves and of their visitors: heartbeats and ratings. */
import type { Clock } from '../../main/core/ports.ts';
import type { Asker } from './appointment-book.ts';
import type { PortalDatabase } from './portal-database.ts';
import { PortalProblem } from './portal-problem.ts';
import type { Heartbeat, Rating } from './request-schemas.ts';
import type { Wish, WishKeys } from './wish-keys.ts';

export interface KioskReports {
  /** The newest replaces the former. */
  heard(kioskId: string, heartbeat: Heartbeat): void;
  /** Kept without the kiosk and without the time of day. Throws `key-reused`. */
  rate(asker: Asker, rating: Rating): void;
}

export function createKioskReports(database: PortalDatabase, clock: Clock, wishes: WishKeys): KioskReports {
  const writeHeartbeat = database.prepare('UPDATE kiosks SET heartbeat = ?, heard_at_ms = ? WHERE id = ?');
  const writeRating = database.prepare(
    'INSERT INTO ratings (level, rated_on, procedure_code, dossier_code, indicators) VALUES (?, ?, ?, ?, ?)',
  );
  const rate = database.transaction((asker: Asker, rating: Rating): void => {
    const wish: Wish = { ...asker, kind: 'rate', body: rating };
    const former = wishes.find(wish);
    if (former?.kind === 'give-back') {
      throw new PortalProblem('key-reused');
    }
    if (former === null) {
      writeRating.run(
        rating.level,
        rating.ratedOn,
        rating.procedureCode,
        rating.dossierCode,
        JSON.stringify(rating.indicators),
      );
      wishes.keep(wish, null);
    }
  });
  return {
    heard: (kioskId, heartbeat) => {
      writeHeartbeat.run(JSON.stringify(heartbeat), clock.nowMs(), kioskId);
    },
    rate: (asker, rating) => rate.immediate(asker, rating),
  };
}
