/** The numbers given today, by service, and the last ones. */
import { useTranslation } from 'react-i18next';
import { Answered } from '../../components/answered.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLanguage } from '../../hooks/use-language.ts';
import { dateWords } from '../../wording/date-words.ts';
import { momentWords } from '../../wording/moment-words.ts';
import { numberWords } from '../../wording/number-words.ts';
import { StaffTable } from '../staff-table.tsx';
import { useStaffAnswer } from '../use-staff-answer.ts';

const lastShown = 15;

export function TicketsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { answer, nowMs } = useStaffAnswer('tickets.today', {});
  return (
    <Answered answer={answer}>
      {({ day, services, tickets }) =>
        services.length === 0 ? (
          <Notice tone="plain" icon="information" title={t('staff.tickets.none')} />
        ) : (
          <>
            <StaffTable
              title={t('staff.tickets.title', { day: dateWords(day, language) })}
              empty={t('staff.tickets.none')}
              columns={[
                t('staff.tickets.service'),
                t('staff.tickets.given'),
                t('staff.tickets.priority'),
                t('staff.tickets.last'),
              ]}
              rows={services.map(({ id, name, given, givenWithPriority, lastNumber }) => ({
                key: id,
                cells: [
                  name[language],
                  numberWords(given, language),
                  numberWords(givenWithPriority, language),
                  lastNumber ?? '–',
                ],
              }))}
            />
            <StaffTable
              title={t('staff.tickets.lastTitle')}
              empty={t('staff.tickets.noneYet')}
              columns={[
                t('staff.tickets.number'),
                t('staff.tickets.time'),
                t('staff.tickets.service'),
                t('staff.tickets.priority'),
              ]}
              rows={tickets
                .slice(-lastShown)
                .toReversed()
                .map(({ number, takenAtMs, serviceId, priorityId }) => ({
                  key: number,
                  cells: [
                    <strong key="number">{number}</strong>,
                    momentWords(takenAtMs, nowMs, language),
                    services.find(({ id }) => id === serviceId)?.name[language] ?? serviceId,
                    t(priorityId === null ? 'staff.no' : 'staff.yes'),
                  ],
                }))}
            />
          </>
        )
      }
    </Answered>
  );
}
