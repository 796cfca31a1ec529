/** Today's numbers as staff see them; made of what the ledger holds and of the names the configuration knows, if any. */
import type { TicketsToday } from '../../contract/queue.ts';
import type { ConfiguredService } from './queue-configuration.ts';
import type { LedgerTicket } from './ticket-ledger.ts';

/** Services of the configuration come first, in its order; those only tickets know follow under their id. */
export function ticketsToday(
  day: string,
  tickets: readonly LedgerTicket[],
  configured: readonly Pick<ConfiguredService, 'id' | 'name' | 'prefix'>[],
): TicketsToday {
  const known = new Set(configured.map(({ id }) => id));
  const others = new Map(
    tickets.filter(({ serviceId }) => !known.has(serviceId)).map((ticket) => [ticket.serviceId, ticket]),
  );
  const services = [
    ...configured,
    ...Array.from(others.values(), ({ serviceId, number }) => ({
      id: serviceId,
      name: { vi: serviceId, en: serviceId },
      prefix: number.replace(/\d+$/u, ''),
    })),
  ];
  return {
    day,
    services: services.map(({ id, name, prefix }) => {
      const own = tickets.filter(({ serviceId }) => serviceId === id);
      return {
        id,
        name,
        prefix,
        given: own.length,
        givenWithPriority: own.filter(({ priorityId }) => priorityId !== null).length,
        lastNumber: own.at(-1)?.number ?? null,
      };
    }),
    tickets: tickets.map(({ number, serviceId, takenAtMs, priorityId, code }) => {
      return { number, serviceId, takenAtMs, priorityId, procedureCode: code };
    }),
  };
}
