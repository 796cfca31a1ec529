/** The portal's API in writing says what the kiosk and the reference portal take, and is well written. */
import { createConfig, lint } from '@redocly/openapi-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appointmentCodeSchema, idempotencyKeySchema } from '../../../main/contract/appointments.ts';
import { dossierCodeSchema } from '../../../main/contract/dossier-code.ts';
import { procedureCodeSchema } from '../../../main/contract/procedure.ts';
import {
  problemCodes,
  problemSchema,
  wireAppointmentSchema,
  wireDossierSchema,
  wireProgressSchema,
  wireSlotsSchema,
} from '../../../main/core/portal/portal-schemas.ts';
import {
  bookingRequestSchema,
  changeRequestSchema,
  detailRequestSchema,
  heartbeatSchema,
  ratingSchema,
} from '../../../scripts/portal/request-schemas.ts';
import {
  componentSchema,
  object,
  part,
  portalApiOperations,
  portalApiPath,
  resolve,
  schemaErrors,
  schemaNameOf,
} from '../../fixtures/portal/portal-api-document.ts';
import { arbitraryOfSchema } from './arbitrary-of-schema.ts';
import { shapeOf } from './schema-shape.ts';

/** What the kiosk parses answers with, and the reference portal requests. */
const bodies: Readonly<Record<string, z.ZodType>> = {
  Progress: wireProgressSchema,
  Dossier: wireDossierSchema,
  Slots: wireSlotsSchema,
  Appointment: wireAppointmentSchema,
  Problem: problemSchema,
  DetailRequest: detailRequestSchema,
  BookingRequest: bookingRequestSchema,
  ChangeRequest: changeRequestSchema,
  Rating: ratingSchema,
  Heartbeat: heartbeatSchema,
};
const texts: Readonly<Record<string, z.ZodType>> = {
  DossierCode: dossierCodeSchema,
  ProcedureCode: procedureCodeSchema,
  AppointmentCode: appointmentCodeSchema,
  IdempotencyKey: idempotencyKeySchema,
};

const contents = portalApiOperations.flatMap(({ method, path, operation }) => {
  const answers = Object.entries(part(operation, 'responses')).map(
    ([status, answer]) => [status, part(answer, 'content')] as const,
  );
  return [['request', part(operation, 'requestBody', 'content')] as const, ...answers].flatMap(([of, content]) =>
    Object.values(content).map((media) => ({ of: `${method} ${path} ${of}`, media: object(media) })),
  );
});
const examples = contents.flatMap(({ of, media }) =>
  Object.entries(part(media, 'examples')).map(([name, example]) => ({
    of: `${of} ${name}`,
    schema: schemaNameOf(media),
    value: resolve(example)['value'],
  })),
);

describe('docs/portal-api.yaml', () => {
  it('is a good OpenAPI document (redocly, recommended rules)', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lint({ ref: portalApiPath, config });
    expect(problems.map(({ ruleId, message, location }) => `${location[0]?.pointer} ${ruleId}: ${message}`)).toEqual(
      [],
    );
  });

  it('has a body with examples wherever it has a body', () => {
    expect(contents.filter(({ media }) => Object.keys(part(media, 'examples')).length === 0)).toEqual([]);
    expect(contents.filter(({ media }) => !(schemaNameOf(media) in bodies))).toEqual([]);
    expect(examples.length).toBeGreaterThan(60);
  });

  it.each(examples)('gives an example that the kiosk or the portal takes: $of', ({ schema, value }) => {
    expect(bodies[schema]?.safeParse(value).error?.issues ?? []).toEqual([]);
    expect(schemaErrors(schema, value)).toEqual([]);
  });

  it('has an example of every problem', () => {
    const shown = examples.filter(({ schema }) => schema === 'Problem').map(({ value }) => object(value)['code']);
    expect(new Set(shown)).toEqual(new Set(problemCodes));
  });

  it.each(Object.entries(bodies))('has the fields of the parser, with the same limits: %s', (name, schema) => {
    const written = componentSchema(name);
    const { status: _, ...properties } = object(written['properties']);
    expect(shapeOf({ ...written, properties })).toEqual(shapeOf(object(z.toJSONSchema(schema, { io: 'input' }))));
  });

  it.each(Object.entries({ ...bodies, ...texts }))('allows nothing that the parser refuses: %s', (name, schema) => {
    fc.assert(
      fc.property(arbitraryOfSchema(componentSchema(name)), (value) => {
        expect(schemaErrors(name, value)).toEqual([]);
        fc.pre(name !== 'Rating' || hasEachIndicatorOnce(value));
        expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    '000.00.01.H29-240115-0001',
    '38.98.H29-210519-00031',
    'T.MX.YYY.ZZ-260125-0001',
    'M12.345.67-260125-AB0001',
  ])('knows the dossier code %s', (code) => {
    expect([schemaErrors('DossierCode', code), schemaErrors('DossierCode', `${code}/..`)]).toEqual([
      [],
      [expect.stringContaining('pattern')],
    ]);
  });
});

function hasEachIndicatorOnce(value: unknown): boolean {
  const indicators = object(value)['indicators'];
  const numbers = Array.isArray(indicators) ? indicators.map((indicator) => object(indicator)['number']) : [];
  return new Set(numbers).size === numbers.length;
}
