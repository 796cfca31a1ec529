/** A life event (sự kiện trong đời): a sequence of procedures with order, deadline and place, not a label. */
import { z } from 'zod';
import { procedureCodeSchema, procedureRowSchema } from './procedure.ts';

/** Text in both languages of the screen. */
export const bilingualSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** One stage: one procedure, or one chosen among several by the citizen's situation. */
export const lifeEventStageSchema = z.strictObject({
  title: bilingualSchema,
  /** By when, e.g. "trong 60 ngày từ ngày sinh"; null where there is none. */
  deadline: bilingualSchema.nullable(),
  optional: z.boolean(),
  choices: z.array(z.strictObject({ code: procedureCodeSchema, when: bilingualSchema.nullable() })).min(1),
});

export const lifeEventSchema = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9-]*$/),
  title: bilingualSchema,
  intro: bilingualSchema,
  /** Home tile on which the event stands. */
  tile: z.int().min(1).max(12),
  stages: z.array(lifeEventStageSchema).min(1),
});
export type LifeEvent = z.infer<typeof lifeEventSchema>;

/** The event with its procedures looked up; `row` is null where this kiosk's catalogue does not hold the procedure. */
export const lifeEventViewSchema = lifeEventSchema.extend({
  stages: z.array(
    lifeEventStageSchema.extend({
      choices: z.array(
        z.strictObject({
          code: procedureCodeSchema,
          when: bilingualSchema.nullable(),
          row: procedureRowSchema.nullable(),
        }),
      ),
    }),
  ),
});
export type LifeEventView = z.infer<typeof lifeEventViewSchema>;
