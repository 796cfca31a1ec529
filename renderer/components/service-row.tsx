/** One service of the queue: its name, where it is called, what it costs, how many were there; one touch takes a number. */
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import type { QueueService } from '../../main/contract/queue.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useWording } from '../hooks/use-wording.ts';
import { feeHeadline, severalRates } from '../wording/fee-words.ts';
import { numberWords } from '../wording/number-words.ts';
import { openingWords } from '../wording/opening-words.ts';
import { longestLine } from '../wording/shorten-line.ts';
import { glanceMethod } from '../wording/time-words.ts';
import { Icon } from './icon.tsx';
import styles from './service-row.module.css';

interface ServiceRowProps {
  readonly service: QueueService;
  /** Another number is being taken. */
  readonly isDisabled: boolean;
  readonly onTake: () => void;
}

export function ServiceRow({ service, isDisabled, onTake }: ServiceRowProps) {
  const { t, language } = useWording();
  const [nowMs] = useState(() => Date.now());
  const { name, prefix, counter, opening, givenToday, procedureCode } = service;
  const given = t('queue.givenToday', { count: givenToday, number: numberWords(givenToday, language) });
  const words: ReactNode = (
    <>
      <span className={styles['prefix']} aria-hidden="true">
        {prefix}
      </span>
      <span className={styles['words']}>
        <span className={styles['name']}>{name[language]}</span>
        {counter !== null && <span className={styles['counter']}>{counter[language]}</span>}
        {procedureCode !== null && <ServiceFee code={procedureCode} />}
        <span className={styles['small']}>
          {opening.isOpen ? given : `${t('queue.closed')}. ${openingWords(opening.opensAtMs, nowMs, { t, language })}.`}
        </span>
        <span className={styles['spoken']}>{t('queue.prefix', { prefix })}</span>
      </span>
    </>
  );
  // Closed: to be read, not to be touched.
  if (!opening.isOpen) return <div className={styles['closed']}>{words}</div>;
  return (
    <Button className={styles['row'] ?? ''} onPress={onTake} isDisabled={isDisabled}>
      {words}
      <Icon name="next" plain />
    </Button>
  );
}

/** The fee of the one procedure a service is for, in the words of that procedure's own screen. */
function ServiceFee({ code }: { readonly code: string }) {
  const wording = useWording();
  const answer = useAnswer('procedures.get', { code });
  if (answer.kind !== 'ready') return null;
  const fees = glanceMethod(answer.value.procedure.submissionMethods)?.fees ?? [];
  const rates = severalRates(fees, wording, longestLine);
  const lines = rates.length > 0 ? rates : [feeHeadline(fees, wording)];
  return lines.map((line) => (
    <span className={styles['fee']} key={line} lang={rates.length > 0 ? 'vi' : undefined}>
      {line}
    </span>
  ));
}
