/** Lets the learning hear what a citizen opens, whether or not a search led there. */
import type { Handlers } from '../handlers.ts';
import type { SearchLearning } from './search-learning.ts';

type Opening = Pick<Handlers, 'procedures.get' | 'lifeEvents.get'>;

/** The same handlers; one that fails is no choice. */
export function hearChoices(handlers: Opening, learning: Pick<SearchLearning, 'opened' | 'chosen'>): Opening {
  return {
    'procedures.get': async (params) => {
      const result = await handlers['procedures.get'](params);
      learning.opened(params.code);
      return result;
    },
    'lifeEvents.get': async (params) => {
      const result = await handlers['lifeEvents.get'](params);
      learning.chosen();
      return result;
    },
  };
}
