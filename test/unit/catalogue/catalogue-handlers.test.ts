/** The page's questions, answered in the contract's own form. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LifeEvent } from '../../../main/contract/life-event.ts';
import { methods } from '../../../main/contract/methods.ts';
import { createCatalogueHandlers } from '../../../main/core/catalogue/catalogue-handlers.ts';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { writeCatalogue } from './write-catalogue.ts';

const birth: LifeEvent = {
  id: 'sinh-con',
  title: { vi: 'Sinh con', en: 'A new baby' },
  intro: { vi: 'Ba việc.', en: 'Three things.' },
  tile: 2,
  stages: [
    {
      title: { vi: 'Khai sinh', en: 'Birth' },
      deadline: null,
      optional: false,
      choices: [
        { code: '1.000001', when: null },
        { code: '9.999999', when: { vi: 'ở nước ngoài', en: 'abroad' } },
      ],
    },
  ],
};

function createHandlers() {
  const folder = writeCatalogue({
    procedures: [{ procedure: makeProcedure({ code: '1.000001', tile: 2 }) }],
    lifeEvents: [birth],
  });
  const catalogue = openCatalogue(folder);
  onTestFinished(() => catalogue.close());
  return createCatalogueHandlers({ catalogue, portalLinkTemplate: 'https://example.org/p?code={code}' });
}

describe('createCatalogueHandlers', () => {
  it('looks up the procedures of a life event and leaves a gap for the one it lacks', async () => {
    const view = methods['lifeEvents.get'].result.parse(await createHandlers()['lifeEvents.get']({ id: 'sinh-con' }));
    expect(view.stages[0]?.choices.map(({ row }) => row?.code ?? null)).toEqual(['1.000001', null]);
  });

  it('gives the home page its tiles and life events', async () => {
    const home = methods['catalogue.home'].result.parse(await createHandlers()['catalogue.home']({}));
    expect(home.tiles[0]).toMatchObject({ number: 2, procedureCount: 1 });
    expect(home.lifeEvents).toEqual([birth]);
  });

  it('links a procedure to its page at the portal', async () => {
    const answer = methods['procedures.get'].result.parse(
      await createHandlers()['procedures.get']({ code: '1.000001' }),
    );
    expect(answer.portalUrl).toBe('https://example.org/p?code=1.000001');
  });

  it('says not-found for what it does not hold', () => {
    const handlers = createHandlers();
    const notFound = expect.objectContaining({ code: 'not-found' });
    expect(() => handlers['procedures.get']({ code: '9.999999' })).toThrow(notFound);
    expect(() => handlers['procedures.official']({ code: '1.000001' })).toThrow(notFound);
    expect(() => handlers['lifeEvents.get']({ id: 'none' })).toThrow(notFound);
  });
});
