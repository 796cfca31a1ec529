/** One procedure at a glance: how long, how much, where, how many papers, online or not. */
import type { Procedure } from '../../main/contract/procedure.ts';
import { type CaseChoice, caseGroups, countPapers, selectPapers } from '../../main/contract/select-papers.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import { feeHeadline, feesDiffer, severalRates } from '../wording/fee-words.ts';
import { onlineWords, placeWords } from '../wording/place-words.ts';
import { shortenLine } from '../wording/shorten-line.ts';
import { channelWords, glanceMethod, timeHeadline } from '../wording/time-words.ts';
import { DueDateFact } from './due-date-fact.tsx';
import styles from './glance.module.css';
import { GlanceFact } from './glance-fact.tsx';

interface GlanceProps {
  readonly procedure: Procedure;
  readonly caseChoice: CaseChoice;
}

export function Glance({ procedure, caseChoice }: GlanceProps) {
  const wording = useWording();
  const { t } = wording;
  const { description } = useKiosk();
  const method = glanceMethod(procedure.submissionMethods);
  const place = placeWords(procedure.servedAt, description, t);
  const channel = method === null ? null : t('procedure.atChannel', { channel: channelWords(method.channel, t) });
  const time = method?.processingTime ?? null;
  const counter = procedure.office?.counter ?? null;
  return (
    <dl className={styles['glance']} aria-label={t('procedure.glance')}>
      <GlanceFact
        part="time"
        icon="clock"
        label={t('procedure.time')}
        value={timeHeadline(time, procedure.sameDayUntil, wording)}
      >
        {procedure.sameDayUntil !== null && (time?.note ?? null) === null && (
          <p>{t('time.sameDayUntil', { time: procedure.sameDayUntil })}</p>
        )}
        {(time?.note ?? null) !== null && <p lang="vi">{shortenLine(withoutBullet(time?.note ?? '')).shown}</p>}
        {channel !== null && <p>{channel}</p>}
      </GlanceFact>
      <DueDateFact code={procedure.code} />
      <GlanceFact
        part="fee"
        icon="money"
        label={t('procedure.fee')}
        value={shortenLine(feeHeadline(method?.fees ?? [], wording), 90).shown}
      >
        {severalRates(method?.fees ?? [], wording).map((rate) => (
          <p key={rate}>{rate}</p>
        ))}
        {feesDiffer(procedure.submissionMethods, wording) && <p>{t('procedure.feesDiffer')}</p>}
      </GlanceFact>
      <GlanceFact part="place" icon="place" label={t('procedure.place')} value={place.name}>
        {counter !== null && <p>{t('procedure.counter', { counter })}</p>}
        {place.address !== null && <p lang="vi">{place.address}</p>}
      </GlanceFact>
      <PapersFact procedure={procedure} caseChoice={caseChoice} />
      <GlanceFact
        part="online"
        icon="online"
        label={t('procedure.online')}
        value={onlineWords(procedure.onlineService, t)}
      />
    </dl>
  );
}

function PapersFact({ procedure, caseChoice }: GlanceProps) {
  const { t } = useWording();
  const selected = selectPapers(procedure.documentGroups, caseChoice);
  const count = countPapers(selected.always);
  const isOpen = caseChoice === undefined && caseGroups(procedure.documentGroups).length > 0;
  const hasOthers = selected.ifApplicable.length + selected.oneOf.length > 0;
  const value = isOpen
    ? t('procedure.paperCountByCase')
    : count > 0
      ? t('procedure.paperCount', { count })
      : t(hasOthers ? 'procedure.paperCountConditional' : 'procedure.paperCountNone');
  return (
    <GlanceFact icon="papers" label={t('procedure.papers')} value={value}>
      {!isOpen && count > 0 && hasOthers && <p>{t('procedure.paperCountMore')}</p>}
    </GlanceFact>
  );
}

/** Notes come as lines of a list; alone they need no dash. */
function withoutBullet(note: string): string {
  return note.replace(/^[-–+•*]\s*/u, '');
}
