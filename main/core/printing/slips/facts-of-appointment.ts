/** From an appointment of this session to the facts of its slip. */
import type { Language } from '../../../contract/kiosk.ts';
import type { Procedure } from '../../../contract/procedure.ts';
import type { AppointmentFacts } from './appointment-facts.ts';
import { arrangePapers } from './arrange-papers.ts';
import type { HeldAppointment } from './opened-facts.ts';
import { countOf } from './paper-elements.ts';
import { slipWords } from './slip-words.ts';

const mostPapers = 60;

/** `procedure`: null where the catalogue does not hold it. Null for an appointment that nobody is to come to any more. */
export function appointmentFactsOf(
  { appointment, name }: HeldAppointment,
  procedure: Procedure | null,
  language: Language,
): AppointmentFacts | null {
  if (appointment.state !== 'booked') {
    return null;
  }
  const { service, day, from, until } = appointment;
  return {
    code: appointment.appointmentCode,
    service: titleOf(procedure, language) ?? service.name[language],
    name,
    day,
    from,
    // A booking up to midnight would be told as one that ends before it begins.
    until: until > from ? until : null,
    place: { ...service.place },
    contact: service.contact,
    ...papersOf(procedure, language),
  };
}

function titleOf(procedure: Procedure | null, language: Language): string | null {
  return (language === 'en' ? procedure?.english?.shortTitle : null) ?? procedure?.shortTitle ?? null;
}

/** Those that everybody needs; of the others only that there may be some. */
function papersOf(procedure: Procedure | null, language: Language): Pick<AppointmentFacts, 'bring' | 'morePapers'> {
  const { always, ifApplicable, oneOf, cases } = arrangePapers(procedure?.documentGroups ?? [], null);
  const bring = always.slice(0, mostPapers).map(({ document }) => {
    const count = countOf(document, slipWords[language]);
    return { name: document.name, count: count === '' ? null : count };
  });
  return {
    bring,
    morePapers: ifApplicable.length + oneOf.length + cases.length > 0 || always.length > bring.length,
  };
}
