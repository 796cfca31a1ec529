/** The portal's HTTP: who may ask and how often, what a request must look like, and how a refusal is worded. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routePath } from 'hono/route';
import { z } from 'zod';
import { appointmentCodeSchema, idempotencyKeySchema } from '../../main/contract/appointments.ts';
import { dossierCodeSchema } from '../../main/contract/dossier-code.ts';
import type { Clock, Logger } from '../../main/core/ports.ts';
import type { AppointmentBook, Asker } from './appointment-book.ts';
import type { DossierRecords } from './dossier-records.ts';
import type { KioskKeys } from './kiosk-keys.ts';
import type { KioskReports } from './kiosk-reports.ts';
import { PortalProblem } from './portal-problem.ts';
import type { RequestBudget } from './request-budget.ts';
import {
  bookingRequestSchema,
  changeRequestSchema,
  detailRequestSchema,
  giveBackQuerySchema,
  heartbeatSchema,
  ratingSchema,
  slotsQuerySchema,
} from './request-schemas.ts';

export interface PortalAppParts {
  readonly keys: KioskKeys;
  readonly dossiers: DossierRecords;
  readonly appointments: AppointmentBook;
  readonly reports: KioskReports;
  /** Of each kiosk. */
  readonly kioskBudget: RequestBudget;
  /** Wrong keys of each address. */
  readonly strangerBudget: RequestBudget;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Sends the applicant a one-time code. */
  readonly sendCode: (dossierCode: string, digits: string) => void;
}

type Variables = { kioskId: string };
type PortalContext = Context<{ Variables: Variables }>;

const mostBodyBytes = 16 * 1024;

/** `addressOf` tells who is at the other end of the connection. */
export function createPortalApp(
  parts: PortalAppParts,
  addressOf: (c: Context) => string,
): Hono<{ Variables: Variables }> {
  const { dossiers, appointments, reports, logger } = parts;
  const app = new Hono<{ Variables: Variables }>();
  app.use(stampAndLog(parts));
  app.use(admitKiosk(parts, addressOf));
  app.use(
    bodyLimit({
      maxSize: mostBodyBytes,
      onError: () => new PortalProblem('invalid-request', { status: 413, title: 'The body is too long.' }).toResponse(),
    }),
  );
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (_, methods) => {
        const response = refusal(405, 'Another method is needed.').toResponse();
        response.headers.set('Allow', methods.join(', '));
        return response;
      },
    }),
  );
  app.notFound(() => refusal(404, 'There is no such path.').toResponse());
  app.onError((error) => {
    if (error instanceof PortalProblem) {
      return error.toResponse();
    }
    logger.error('The portal failed', { reason: error.name });
    return new Response(JSON.stringify({ title: 'The portal failed.', status: 500 }), {
      status: 500,
      headers: { 'Content-Type': 'application/problem+json' },
    });
  });

  app.get('/v1/dossiers/:code/progress', (c) => c.json(dossiers.progress(codeOf(c, dossierCodeSchema))));
  app.post('/v1/dossiers/:code/detail', async (c) => {
    const { proof } = await bodyOf(c, detailRequestSchema);
    return c.json(dossiers.open(codeOf(c, dossierCodeSchema), proof));
  });
  app.post('/v1/dossiers/:code/one-time-codes', (c) => {
    const dossierCode = codeOf(c, dossierCodeSchema);
    dossiers.sendCode(dossierCode, (digits) => parts.sendCode(dossierCode, digits));
    return c.body(null, 202);
  });

  app.get('/v1/appointment-slots', (c) => {
    const { procedure, days } = parse(slotsQuerySchema, c.req.query());
    return c.json(appointments.slots(procedure, days));
  });
  app.post('/v1/appointments', async (c) => {
    const asker = askerOf(c);
    return c.json(appointments.book(asker, await bodyOf(c, bookingRequestSchema)), 201);
  });
  app.delete('/v1/appointments', (c) => {
    const { key } = parse(giveBackQuerySchema, c.req.query());
    appointments.giveBackByKey({ kioskId: c.var.kioskId, key });
    return c.body(null, 204);
  });
  app.get('/v1/appointments/:code', (c) => c.json(appointments.read(codeOf(c, appointmentCodeSchema))));
  app.delete('/v1/appointments/:code', (c) => c.json(appointments.giveBack(codeOf(c, appointmentCodeSchema))));
  app.put('/v1/appointments/:code/slot', async (c) => {
    const code = codeOf(c, appointmentCodeSchema);
    const asker = askerOf(c);
    return c.json(appointments.change(asker, code, await bodyOf(c, changeRequestSchema)));
  });
  app.post('/v1/appointments/:code/check-in', (c) => c.json(appointments.checkIn(codeOf(c, appointmentCodeSchema))));

  app.post('/v1/ratings', async (c) => {
    const asker = askerOf(c);
    reports.rate(asker, await bodyOf(c, ratingSchema));
    return c.body(null, 204);
  });
  app.post('/v1/heartbeats', async (c) => {
    reports.heard(c.var.kioskId, await bodyOf(c, heartbeatSchema));
    return c.body(null, 204);
  });
  return app;
}

/** The log has the route as it stands in this file, never a path: paths hold codes. */
function stampAndLog({ clock, logger }: PortalAppParts): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    await next();
    c.res.headers.set('Date', new Date(clock.nowMs()).toUTCString());
    c.res.headers.set('Cache-Control', 'no-store');
    const kiosk = c.var.kioskId ?? 'unknown';
    logger.info('Answered', { kiosk, method: c.req.method, route: routePath(c, -1), status: c.res.status });
  };
}

function admitKiosk(
  { keys, kioskBudget, strangerBudget }: PortalAppParts,
  addressOf: (c: Context) => string,
): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const key = /^Bearer ([\x21-\x7e]{1,200})$/u.exec(c.req.header('Authorization') ?? '')?.[1];
    const kioskId = c.req.header('Kiosk-Id');
    if (key === undefined || kioskId === undefined || !keys.belongTogether(kioskId, key)) {
      // Kiosks of one office share an address: whose key is right is never kept out by one whose is not.
      const strangerWaitMs = strangerBudget.spend(addressOf(c));
      throw strangerWaitMs === null
        ? new PortalProblem('unauthorised')
        : new PortalProblem('rate-limited', { retryAfterMs: strangerWaitMs });
    }
    c.set('kioskId', kioskId);
    const waitMs = kioskBudget.spend(kioskId);
    if (waitMs !== null) {
      throw new PortalProblem('rate-limited', { retryAfterMs: waitMs });
    }
    await next();
  };
}

function refusal(status: 404 | 405, title: string): PortalProblem {
  return new PortalProblem('invalid-request', { status, title });
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new PortalProblem('invalid-request');
  }
  return result.data;
}

function codeOf(c: PortalContext, schema: z.ZodType<string>): string {
  return parse(schema, c.req.param('code'));
}

function askerOf(c: PortalContext): Asker {
  return { kioskId: c.var.kioskId, key: parse(idempotencyKeySchema, c.req.header('Idempotency-Key')) };
}

async function bodyOf<T>(c: PortalContext, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\s*(?:;|$)/iu.test(c.req.header('Content-Type') ?? '')) {
    throw new PortalProblem('invalid-request', { status: 415, title: 'The body has to be application/json.' });
  }
  const text = await c.req.text();
  return parse(jsonSchema.pipe(schema), text);
}

const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});
