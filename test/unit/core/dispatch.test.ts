import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replySchema } from '../../../main/contract/envelope.ts';
import { KioskError } from '../../../main/contract/error.ts';
import { dispatch } from '../../../main/core/dispatch.ts';
import { createFailedKiosk } from '../../../main/core/failed-kiosk.ts';
import type { Handlers } from '../../../main/core/handlers.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

/** A kiosk that runs but for the methods a test replaces. */
function kioskWith(replaced: Partial<Handlers>) {
  const logger = createRecordingLogger();
  const failed = createFailedKiosk(new KioskError('unavailable', 'not part of this test'), logger);
  return { ...failed, logger, handlers: { ...failed.handlers, ...replaced } };
}

describe('dispatch', () => {
  it('runs a method of the table and answers under the same id', async () => {
    const kiosk = kioskWith({ 'session.end': () => ({}) });
    expect(await dispatch(kiosk, { id: 7, method: 'session.end', params: {} })).toEqual({
      id: 7,
      ok: true,
      result: {},
    });
  });

  it('takes missing params as none', async () => {
    const kiosk = kioskWith({ 'session.end': () => ({}) });
    expect(await dispatch(kiosk, { id: 1, method: 'session.end' })).toMatchObject({ ok: true });
  });

  it.each(['__proto__', 'constructor', 'toString', 'procedures.searchx', ''])(
    'refuses %j, which is no method',
    async (method) => {
      expect(await dispatch(kioskWith({}), { id: 1, method, params: {} })).toMatchObject({
        id: 1,
        ok: false,
        error: { code: 'unknown-method' },
      });
    },
  );

  it('names the parameter that is wrong', async () => {
    const reply = await dispatch(kioskWith({}), {
      id: 2,
      method: 'procedures.search',
      params: { words: 5, limit: 10 },
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
    expect(reply.ok ? '' : reply.error.message).toContain('words');
  });

  it('refuses parameters the table does not know', async () => {
    const params = { words: 'a', limit: 10, extra: true };
    expect(await dispatch(kioskWith({}), { id: 2, method: 'procedures.search', params })).toMatchObject({ ok: false });
  });

  it('does not let a result out that breaks the contract', async () => {
    // A handler written against the contract, as a defect in it would be.
    const broken = { total: 'many' } as unknown as never;
    const kiosk = kioskWith({ 'catalogue.fields': () => broken });
    expect(await dispatch(kiosk, { id: 3, method: 'catalogue.fields', params: {} })).toMatchObject({
      ok: false,
      error: { code: 'invalid-result' },
    });
    expect(kiosk.logger.entries).toHaveLength(1);
  });

  it('keeps the detail of an unexpected failure for the log', async () => {
    const kiosk = kioskWith({
      'session.end': () => {
        throw new Error('secret of Mrs. A');
      },
    });
    const reply = await dispatch(kiosk, { id: 4, method: 'session.end', params: {} });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', retryable: false } });
  });

  it('passes on an expected failure with its code', async () => {
    const reply = await dispatch(kioskWith({}), { id: 5, method: 'session.end', params: {} });
    expect(reply).toMatchObject({ ok: false, error: { code: 'unavailable', retryable: true } });
  });

  it('answers anything at all with a reply', async () => {
    const kiosk = kioskWith({ 'session.end': () => ({}) });
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (message) => {
        expect(replySchema.safeParse(await dispatch(kiosk, message)).success).toBe(true);
      }),
    );
  });
});
