/** One stage of a life event: its number on the line, the deadline, and the procedure or the choice between several. */
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LifeEventView } from '../../main/contract/life-event.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { placeWords, shortPlaceName } from '../wording/place-words.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './life-event-stage.module.css';

type Stage = LifeEventView['stages'][number];
type Choice = Stage['choices'][number];

interface LifeEventStageProps {
  readonly stage: Stage;
  readonly number: number;
  /** Code of the procedure taken here, where there are several. */
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
}

export function LifeEventStage({ stage, number, chosen, onChoose }: LifeEventStageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [only] = stage.choices;
  return (
    <li className={styles['stage']}>
      <span className={classNames(styles['number'], stage.optional && styles['optional'])} aria-hidden="true">
        {number}
      </span>
      <div className={styles['card']}>
        <div className={styles['head']}>
          <h2 className={styles['title']}>{stage.title[language]}</h2>
          {stage.optional && <span className={styles['tag']}>{t('lifeEvent.optional')}</span>}
        </div>
        {stage.deadline !== null && (
          <p className={styles['deadline']}>
            <Icon name="calendar" />
            {stage.deadline[language]}
          </p>
        )}
        {stage.choices.length === 1 && only !== undefined ? (
          <Single choice={only} stageTitle={stage.title[language]} />
        ) : (
          <RadioGroup className={styles['choices'] ?? ''} value={chosen ?? ''} onChange={onChoose}>
            <Label className={styles['question'] ?? ''}>{t('lifeEvent.choose')}</Label>
            {stage.choices.map((choice) => (
              <Option key={choice.code} choice={choice} />
            ))}
          </RadioGroup>
        )}
        {chosen !== undefined && stage.choices.length > 1 && <OpenButton code={chosen} />}
      </div>
    </li>
  );
}

function useTitle(choice: Choice): string {
  const language = useLanguage();
  const { row } = choice;
  return (language === 'en' ? row?.english : null) ?? row?.shortTitle ?? choice.code;
}

function PlaceLine({ choice }: { readonly choice: Choice }) {
  const { t } = useTranslation();
  const { description } = useKiosk();
  if (choice.row === null) return <span className={styles['place']}>{t('lifeEvent.notHere')}</span>;
  const place = placeWords(choice.row.servedAt, description, t);
  return (
    <span className={styles['place']}>
      <Icon name="place" />
      {place.isUnknown ? place.name : `${t('lifeEvent.place')}: ${shortPlaceName(choice.row.servedAt, description, t)}`}
    </span>
  );
}

function Single({ choice, stageTitle }: { readonly choice: Choice; readonly stageTitle: string }) {
  const language = useLanguage();
  const title = useTitle(choice);
  return (
    <>
      {choice.when !== null && <p>{choice.when[language]}</p>}
      {choice.row !== null && title !== stageTitle && <p className={styles['procedure']}>{title}</p>}
      <PlaceLine choice={choice} />
      {choice.row !== null && <OpenButton code={choice.code} />}
    </>
  );
}

function Option({ choice }: { readonly choice: Choice }) {
  const language = useLanguage();
  const title = useTitle(choice);
  return (
    <Radio value={choice.code} className={styles['choice'] ?? ''} isDisabled={choice.row === null}>
      <span className={styles['dot']} aria-hidden="true" />
      <span className={styles['words']}>
        <span className={styles['when']}>{choice.when?.[language] ?? title}</span>
        {choice.when !== null && choice.row !== null && <span className={styles['choiceTitle']}>{title}</span>}
        <PlaceLine choice={choice} />
      </span>
    </Radio>
  );
}

function OpenButton({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const { open } = useKiosk();
  return (
    <Button className={styles['open'] ?? ''} onPress={() => open({ kind: 'procedure', code, caseChoice: undefined })}>
      {t('lifeEvent.open')}
      <Icon name="next" plain />
    </Button>
  );
}
