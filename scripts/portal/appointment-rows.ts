/** The SQL of appointments. */
import type { Slot } from './appointment-times.ts';
import type { PortalDatabase } from './portal-database.ts';

export interface AppointmentRow extends Slot {
  readonly code: string;
  readonly procedureCode: string;
  readonly serviceId: string;
  /** What is missed is known by the clock alone. */
  readonly state: 'booked' | 'checked-in' | 'given-back';
}

export interface AppointmentRows {
  read(code: string): AppointmentRow | null;
  /** Places of the slot that are not free. */
  taken(serviceId: string, day: string, from: string): number;
  add(row: AppointmentRow, name: string): void;
  move(code: string, slot: Slot): void;
  /** Who gives back is forgotten. */
  settle(code: string, state: 'checked-in' | 'given-back'): void;
  /** Of appointments whose day is over. */
  forgetNamesBefore(day: string): void;
}

export function createAppointmentRows(database: PortalDatabase): AppointmentRows {
  const read = database.prepare<[string], AppointmentRow>(
    `SELECT code, procedure_code procedureCode, service_id serviceId, day, from_time "from", until_time until, state
     FROM appointments WHERE code = ?`,
  );
  const taken = database.prepare<[string, string, string], { places: number }>(
    `SELECT count(*) places FROM appointments
     WHERE service_id = ? AND day = ? AND from_time = ? AND state <> 'given-back'`,
  );
  const add = database.prepare(
    `INSERT INTO appointments (code, procedure_code, service_id, day, from_time, until_time, state, name)
     VALUES (@code, @procedureCode, @serviceId, @day, @from, @until, @state, @name)`,
  );
  const move = database.prepare(
    'UPDATE appointments SET day = @day, from_time = @from, until_time = @until WHERE code = @code',
  );
  const settle = database.prepare(
    "UPDATE appointments SET state = @state, name = iif(@state = 'given-back', NULL, name) WHERE code = @code",
  );
  const forget = database.prepare<[string]>('UPDATE appointments SET name = NULL WHERE day < ? AND name IS NOT NULL');
  return {
    read: (code) => read.get(code) ?? null,
    taken: (serviceId, day, from) => taken.get(serviceId, day, from)?.places ?? 0,
    add: (row, name) => {
      add.run({ ...row, name });
    },
    move: (code, slot) => {
      move.run({ code, ...slot });
    },
    settle: (code, state) => {
      settle.run({ code, state });
    },
    forgetNamesBefore: (day) => {
      forget.run(day);
    },
  };
}
