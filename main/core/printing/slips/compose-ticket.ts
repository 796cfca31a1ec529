/** A queue ticket: the number, what it is for, where it is called to and how long it is good; below it the papers where they were asked for. */
import type { Ticket } from '../../../contract/queue.ts';
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { type ChecklistRequest, checklistBlocks } from './checklist-blocks.ts';
import { slipBlock } from './fit-blocks.ts';
import { fitElements, fitSlip } from './fit-slip.ts';
import { bodyText, codeToScan, fittingTitle, gap, smallGap, smallText } from './slip-elements.ts';
import { type HeightOf, officeHeader, type SlipContext } from './slip-frame.ts';
import { formatDate } from './slip-numbers.ts';
import { slipWords } from './slip-words.ts';
import { timeOf } from './words/moment-words.ts';
import { ticketWords } from './words/ticket-words.ts';

export interface TicketSlipRequest extends SlipContext {
  readonly ticket: Ticket;
  /** "Đủ rồi – lấy số": the papers of this procedure below the number, on the same slip. */
  readonly checklist: Pick<ChecklistRequest, 'procedure' | 'caseId' | 'portalUrl'> | null;
}

/** What a ticket's QR says. */
export function ticketCode({ day, number }: Pick<Ticket, 'day' | 'number'>): string {
  return `TICKET:${day}:${number}`;
}

/** Errors: `not-found` where the checklist's case names none of the procedure's. */
export function composeTicket(request: TicketSlipRequest, heightOf: HeightOf): SlipLayout {
  const { checklist } = request;
  const ticket = [...officeHeader(request), ...ticketElements(request, heightOf)];
  if (checklist === null) {
    return fitElements(() => ticket, { heightOf, context: request });
  }
  const blocksAt = checklistBlocks({ ...request, ...checklist }, heightOf);
  const opening = slipBlock('fixed', [...ticket, gap, { kind: 'rule' }, gap]);
  const { leftOut } = slipWords[request.language];
  return fitSlip((detail) => [opening, ...blocksAt(detail)], leftOut, { heightOf, context: request });
}

function ticketElements({ ticket, office, language }: TicketSlipRequest, heightOf: HeightOf): SlipElement[] {
  const words = ticketWords[language];
  const counter = ticket.counter?.[language] ?? null;
  const priority = ticket.priority?.title[language] ?? null;
  return [
    smallText(words.kind.toLocaleUpperCase('vi')),
    { kind: 'number', text: ticket.number },
    fittingTitle(ticket.serviceName[language], heightOf),
    smallGap,
    bodyText(counter === null ? words.wait : words.atCounter(counter), true),
    ...(priority === null ? [] : [smallGap, bodyText(words.priority(priority))]),
    gap,
    codeToScan(ticketCode(ticket), [
      bodyText(words.validOn(formatDate(ticket.day)), true),
      smallText(words.takenAt(timeOf(ticket.takenAtMs))),
    ]),
    smallGap,
    smallText(words.keep(office.helpDesk)),
  ];
}
