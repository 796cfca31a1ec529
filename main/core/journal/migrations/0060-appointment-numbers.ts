/** Which appointment a number was given for, so that a slip that is scanned again gets the same number, also after a restart. */
import type { Migration } from './migration.ts';

export const appointmentNumbers: Migration = {
  version: 60,
  apply: (database) => {
    database.exec(`
      -- SHA-256 of the appointment's code; null for other numbers, and once another day has begun.
      ALTER TABLE queue_ticket ADD COLUMN appointment BLOB CHECK (appointment IS NULL OR length(appointment) = 32);
      CREATE UNIQUE INDEX queue_ticket_appointment ON queue_ticket (appointment, day) WHERE appointment IS NOT NULL;
    `);
  },
};
