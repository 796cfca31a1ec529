/** One procedure at a glance: how long, how much, where, how many papers, online or not. */
import type { ReactNode } from 'react';
import type { Procedure } from '../../main/contract/procedure.ts';
import { type CaseChoice, caseGroups, countPapers, selectPapers } from '../../main/contract/select-papers.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { ProcedurePart } from '../state/procedure-part.ts';
import { feeHeadline, feesDiffer, severalRates } from '../wording/fee-words.ts';
import { onlineWords, placeWords } from '../wording/place-words.ts';
import { shortenLine } from '../wording/shorten-line.ts';
import { channelWords, glanceMethod, timeHeadline } from '../wording/time-words.ts';
import styles from './glance.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-drawings.tsx';

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
      <Fact
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
      </Fact>
      <Fact
        part="fee"
        icon="money"
        label={t('procedure.fee')}
        value={shortenLine(feeHeadline(method?.fees ?? [], wording), 90).shown}
      >
        {severalRates(method?.fees ?? [], wording).map((rate) => (
          <p key={rate}>{rate}</p>
        ))}
        {feesDiffer(procedure.submissionMethods, wording) && <p>{t('procedure.feesDiffer')}</p>}
      </Fact>
      <Fact part="place" icon="place" label={t('procedure.place')} value={place.name}>
        {counter !== null && <p>{t('procedure.counter', { counter })}</p>}
        {place.address !== null && <p lang="vi">{place.address}</p>}
      </Fact>
      <PapersFact procedure={procedure} caseChoice={caseChoice} />
      <Fact part="online" icon="online" label={t('procedure.online')} value={onlineWords(procedure.onlineService, t)} />
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
    <Fact icon="papers" label={t('procedure.papers')} value={value}>
      {!isOpen && count > 0 && hasOthers && <p>{t('procedure.paperCountMore')}</p>}
    </Fact>
  );
}

interface FactProps {
  /** What the procedure can be opened at; the papers have a part of their own further down. */
  readonly part?: ProcedurePart;
  readonly icon: IconName;
  readonly label: string;
  readonly value: string;
  readonly children?: ReactNode;
}

function Fact({ part, icon, label, value, children }: FactProps) {
  return (
    <div className={styles['fact']} data-part={part}>
      <dt className={styles['label']}>
        <Icon name={icon} />
        {label}
      </dt>
      <dd>
        <p className={value.length > 34 ? styles['longValue'] : styles['value']}>{value}</p>
        <div className={styles['more']}>{children}</div>
      </dd>
    </div>
  );
}

/** Notes come as lines of a list; alone they need no dash. */
function withoutBullet(note: string): string {
  return note.replace(/^[-–+•*]\s*/u, '');
}
