/** Whence slips of the terminal take their facts: a catalogue, the site's configuration, and a number from a file. */
import { KioskError } from '../../contract/error.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Ticket } from '../../contract/queue.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { SlipSources } from '../../core/printing/slips/compose-slip.ts';
import type { SlipDesk } from './print-slips.ts';

/** Without a catalogue for a slip that takes nothing from one. */
export function createSlipSources(desk: SlipDesk, catalogue: Catalogue | null, ticket: Ticket | null): SlipSources {
  const { office, places, printer, catalogue: site } = desk.configuration;
  return {
    office,
    places,
    maximumSlipMillimetres: printer.maximumSlipMillimetres,
    clock: { nowMs: () => desk.moment.printedAtMs },
    catalogueDate: () => catalogue?.summary().dataDate ?? '',
    getProcedure: (code) => catalogue?.procedure(code) ?? null,
    getLifeEvent: (id) => catalogue?.lifeEvent(id) ?? null,
    getTicket: () => ticket,
    getDossier: () => null,
    getAppointment: () => null,
    portalUrlOf: (code) => site.portalLinkTemplate.replaceAll('{code}', encodeURIComponent(code)),
  };
}

/** Errors: `not-found`, naming the catalogue and how codes are found. */
export function procedureOf(catalogue: Catalogue, folder: string, code: string): Procedure {
  const procedure = catalogue.procedure(code.trim());
  if (procedure === null) {
    const message = `The catalogue ${folder} holds no procedure ${JSON.stringify(code)}. Find its code with "kioskctl search".`;
    throw new KioskError('not-found', message);
  }
  return procedure;
}

/** The id of a procedure's case by its number, from 1. Errors: `not-found`, naming the procedure's cases. */
export function caseIdOf(procedure: Procedure, number: string | undefined): string | null {
  if (number === undefined) {
    return null;
  }
  const cases = procedure.documentGroups.filter((group) => group.kind === 'case');
  const chosen = /^\d+$/u.test(number) ? cases[Number(number) - 1] : undefined;
  if (chosen === undefined) {
    const list = cases.map((group, index) => `\n  ${index + 1}  ${group.title ?? ''}`).join('');
    throw new KioskError(
      'not-found',
      `${procedure.code} has no case ${number}; its cases:${list === '' ? ' none' : list}`,
    );
  }
  return chosen.id;
}
