/** Where a number stands among those of its service. Nobody knows here which of them were called. */
import type { LedgerTicket } from './ticket-ledger.ts';

/** `given`: of the same day, in the order they were given, `kept` among them. */
export function placeOf(
  kept: Pick<LedgerTicket, 'number' | 'serviceId'>,
  given: readonly LedgerTicket[],
): { readonly givenBefore: number; readonly givenAfter: number } {
  const own = given.filter(({ serviceId }) => serviceId === kept.serviceId);
  const index = own.findIndex(({ number }) => number === kept.number);
  return { givenBefore: index, givenAfter: own.length - index - 1 };
}
