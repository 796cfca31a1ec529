/** Time and money of each way of filing, side by side. */
import type { SubmissionMethod } from '../../main/contract/procedure.ts';
import { useWording } from '../hooks/use-wording.ts';
import { timeHeadline } from '../wording/time-words.ts';
import { DueDateLine } from './due-date-line.tsx';
import { FeeLines } from './fee-lines.tsx';
import { Icon } from './icon.tsx';
import { keyedItems } from './keyed-items.ts';
import { LongText } from './long-text.tsx';
import styles from './method-lines.module.css';

const titles = { direct: 'channel.directTitle', postal: 'channel.postalTitle', online: 'channel.onlineTitle' } as const;
const order = ['direct', 'online', 'postal'] as const;

interface MethodLinesProps {
  readonly code: string;
  readonly methods: readonly SubmissionMethod[];
  readonly sameDayUntil: string | null;
}

export function MethodLines({ code, methods, sameDayUntil }: MethodLinesProps) {
  const wording = useWording();
  const { t } = wording;
  const sorted = methods.toSorted((one, other) => order.indexOf(one.channel) - order.indexOf(other.channel));
  // A channel may stand twice with different times.
  return keyedItems(sorted, (method) => method.channel).map(({ key, item: method }) => (
    <div key={key} className={styles['method']}>
      <h3 className={styles['channel']}>{t(titles[method.channel])}</h3>
      <div className={styles['fact']}>
        <Icon name="clock" />
        <div>
          <p className={styles['time']}>{timeHeadline(method.processingTime, sameDayUntil, wording)}</p>
          <DueDateLine code={code} channel={method.channel} />
          {method.processingTime.note !== null && <LongText text={method.processingTime.note} limit={240} />}
        </div>
      </div>
      <div className={styles['fact']}>
        <Icon name="money" />
        <FeeLines fees={method.fees} />
      </div>
      {method.note !== null && method.note !== method.processingTime.note && (
        <div className={styles['note']}>
          <LongText text={method.note} limit={240} />
        </div>
      )}
    </div>
  ));
}
