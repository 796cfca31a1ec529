/** Answers the page's questions about procedures, lists and life events from the open catalogue. */
import { KioskError } from '../../contract/error.ts';
import type { LifeEvent, LifeEventView } from '../../contract/life-event.ts';
import type { Handlers } from '../handlers.ts';
import type { Catalogue } from './catalogue.ts';

export type CatalogueMethod =
  | 'catalogue.home'
  | 'catalogue.fields'
  | 'catalogue.agencies'
  | 'catalogue.letters'
  | 'catalogue.list'
  | 'lifeEvents.get'
  | 'procedures.get'
  | 'procedures.related'
  | 'procedures.official';

export interface CatalogueHandlersDependencies {
  readonly catalogue: Catalogue;
  /** Link to a procedure's page at the national portal; `{code}` stands for its code. */
  readonly portalLinkTemplate: string;
}

/** Errors of the handlers: `not-found` for a code or life event this catalogue does not hold. */
export function createCatalogueHandlers(dependencies: CatalogueHandlersDependencies): Pick<Handlers, CatalogueMethod> {
  const { catalogue, portalLinkTemplate } = dependencies;
  return {
    'catalogue.home': () => ({ tiles: catalogue.tiles(), lifeEvents: catalogue.lifeEvents() }),
    'catalogue.fields': ({ of, filters }) => catalogue.fields(of, filters),
    'catalogue.agencies': () => catalogue.agencies(),
    'catalogue.letters': () => catalogue.letters(),
    'catalogue.list': ({ of, ...page }) => catalogue.rows(of, page),
    'lifeEvents.get': ({ id }) => viewOf(found(catalogue.lifeEvent(id), `life event ${id}`), catalogue),
    'procedures.get': ({ code }) => ({
      procedure: found(catalogue.procedure(code), `procedure ${code}`),
      portalUrl: portalLinkTemplate.replaceAll('{code}', encodeURIComponent(code)),
    }),
    'procedures.related': ({ code }) => {
      const [row] = catalogue.rowsByCodes([code]);
      found(row ?? null, `procedure ${code}`);
      return { sections: catalogue.related(code) };
    },
    'procedures.official': ({ code }) => found(catalogue.official(code), `published text of ${code}`),
  };
}

function found<T>(value: T | null, what: string): T {
  if (value === null) {
    throw new KioskError('not-found', `The catalogue holds no ${what}.`);
  }
  return value;
}

function viewOf(event: LifeEvent, catalogue: Catalogue): LifeEventView {
  return {
    ...event,
    stages: event.stages.map((stage) => {
      const rows = catalogue.rowsByCodes(stage.choices.map((choice) => choice.code));
      return { ...stage, choices: stage.choices.map((choice, index) => ({ ...choice, row: rows[index] ?? null })) };
    }),
  };
}
