/** From a request to the slip it asks for: the one place that knows which composer makes which kind, and whence its facts come. */
import type { DossierSlip } from '../../../contract/dossiers.ts';
import { KioskError } from '../../../contract/error.ts';
import type { LifeEvent } from '../../../contract/life-event.ts';
import type { SlipRequest } from '../../../contract/printing.ts';
import type { Procedure } from '../../../contract/procedure.ts';
import type { Ticket } from '../../../contract/queue.ts';
import type { Clock } from '../../ports.ts';
import type { SlipLayout } from '../typesetting/slip-layout.ts';
import type { ChecklistRequest } from './checklist-blocks.ts';
import { composeApology } from './compose-apology.ts';
import { composeAppointment } from './compose-appointment.ts';
import { composeChecklist } from './compose-checklist.ts';
import { composeDossierStatus } from './compose-dossier-status.ts';
import { composeLifeEventSlip } from './compose-life-event-slip.ts';
import { composePayment } from './compose-payment.ts';
import { composeReceipt } from './compose-receipt.ts';
import { composeTicket } from './compose-ticket.ts';
import type { SlipOffice, SlipPlaces } from './describe-place.ts';
import { appointmentFactsOf } from './facts-of-appointment.ts';
import { apologyFactsOf, paymentFactsOf, receiptFactsOf, statusFactsOf } from './facts-of-dossier.ts';
import type { HeldAppointment, OpenedDossier } from './opened-facts.ts';
import type { HeightOf, SlipContext } from './slip-frame.ts';

/** Whence the facts of a slip come; asked for each slip, since a catalogue may be replaced. */
export interface SlipSources {
  readonly office: SlipOffice;
  readonly places: SlipPlaces;
  /** Longest slip in usual print. */
  readonly maximumSlipMillimetres: number;
  readonly clock: Clock;
  /** YYYY-MM-DD: the day the facts were published. */
  readonly catalogueDate: () => string;
  readonly getProcedure: (code: string) => Procedure | null;
  readonly getLifeEvent: (id: string) => LifeEvent | null;
  /** A number this visit took; null for any other. */
  readonly getTicket: (visit: string, number: string) => Ticket | null;
  /** A dossier that stands open in this session; null for any other view. */
  readonly getDossier: (view: string) => OpenedDossier | null;
  /** An appointment of this session; null for any other. */
  readonly getAppointment: (appointmentCode: string) => HeldAppointment | null;
  /** The procedure's page at the national portal. */
  readonly portalUrlOf: (code: string) => string;
}

/**
 * `heightOf` measures on the paper and in the print (`request.large`) the slip is for.
 * Errors: `not-found` for a procedure, case, life event or ticket that there is not, for a dossier or appointment that is
 * not open in this session, and for a slip that makes no sense of it (an apology where nothing is late).
 */
export function composeSlip(request: SlipRequest, sources: SlipSources, heightOf: HeightOf): SlipLayout {
  const context: SlipContext = {
    office: sources.office,
    places: sources.places,
    catalogueDate: sources.catalogueDate(),
    printedAtMs: sources.clock.nowMs(),
    language: request.language,
    large: request.large,
    maximumHeightMillimetres: sources.maximumSlipMillimetres,
  };
  const checklistFacts = (of: {
    readonly code: string;
    readonly caseId: string | null;
  }): Pick<ChecklistRequest, 'procedure' | 'caseId' | 'portalUrl'> => ({
    procedure: found(sources.getProcedure(of.code), of.code),
    caseId: of.caseId,
    portalUrl: sources.portalUrlOf(of.code),
  });
  switch (request.kind) {
    case 'checklist':
      return composeChecklist({ ...context, ...checklistFacts(request) }, heightOf);
    case 'ticket': {
      const ticket = sources.getTicket(request.visit, request.number);
      if (ticket === null) {
        throw new KioskError('not-found', `This visit took no number ${request.number}.`);
      }
      const checklist = request.checklist === null ? null : checklistFacts(request.checklist);
      return composeTicket({ ...context, ticket, checklist }, heightOf);
    }
    case 'dossier': {
      const opened = sources.getDossier(request.view);
      if (opened === null) {
        throw new KioskError('not-found', 'This dossier is not open in this session; it needs to be proved again.');
      }
      return composeDossierSlip(request.slip, opened, context, heightOf);
    }
    case 'appointment': {
      const held = sources.getAppointment(request.appointmentCode);
      const procedure = held === null ? null : sources.getProcedure(held.appointment.procedureCode);
      const facts = held === null ? null : appointmentFactsOf(held, procedure, request.language);
      return composeAppointment(sensible(facts), context, heightOf);
    }
    case 'life-event':
      break;
  }
  const event = found(sources.getLifeEvent(request.id), request.id);
  const { getProcedure, portalUrlOf } = sources;
  return composeLifeEventSlip({ ...context, event, chosenCodes: request.codes, getProcedure, portalUrlOf }, heightOf);
}

function composeDossierSlip(
  slip: DossierSlip,
  opened: OpenedDossier,
  context: SlipContext,
  heightOf: HeightOf,
): SlipLayout {
  switch (slip) {
    case 'receipt':
      return composeReceipt(sensible(receiptFactsOf(opened)), context, heightOf);
    case 'apology':
      return composeApology(sensible(apologyFactsOf(opened, context.language)), context, heightOf);
    case 'payment':
      return composePayment(sensible(paymentFactsOf(opened)), context, heightOf);
    case 'status':
      break;
  }
  return composeDossierStatus(statusFactsOf(opened), context, heightOf);
}

function sensible<T>(facts: T | null): T {
  if (facts === null) {
    throw new KioskError('not-found', 'There is no such slip of this dossier or appointment at present.');
  }
  return facts;
}

function found<T>(value: T | null, name: string): T {
  if (value === null) {
    throw new KioskError('not-found', `The catalogue holds no ${name}.`);
  }
  return value;
}
