/** Everything behind the papers, each part closed until touched: steps, fees, results, mistakes, law, source. */
import type { Procedure } from '../../main/contract/procedure.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { ProcedurePart } from '../state/procedure-part.ts';
import { ActionButton } from './action-button.tsx';
import { LongText } from './long-text.tsx';
import { MethodLines } from './method-lines.tsx';
import styles from './procedure-details.module.css';
import { ProcedureSource } from './procedure-source.tsx';
import { Section } from './section.tsx';
import { StepLines } from './step-lines.tsx';
import { TextLines } from './text-lines.tsx';

interface ProcedureDetailsProps {
  readonly procedure: Procedure;
  readonly portalUrl: string;
  /** Is open from the start. */
  readonly asked: ProcedurePart | null;
}

export function ProcedureDetails({ procedure, portalUrl, asked }: ProcedureDetailsProps) {
  const { t } = useWording();
  const { open } = useKiosk();
  const isStale = procedure.handWritten?.stale ?? false;
  const who = procedure.applicants;
  const official =
    procedure.decisionNumber === null
      ? t('procedure.official')
      : t('procedure.officialDecision', { number: procedure.decisionNumber });
  return (
    <>
      {procedure.steps.length > 0 && (
        <Section title={t('procedure.steps')} icon="steps" startsOpen part="steps">
          <StepLines steps={procedure.steps} />
        </Section>
      )}
      {procedure.submissionMethods.length > 0 && (
        <Section title={t('procedure.fees')} icon="money">
          <MethodLines
            code={procedure.code}
            methods={procedure.submissionMethods}
            sameDayUntil={procedure.sameDayUntil}
          />
        </Section>
      )}
      {!isStale && procedure.commonMistakes.length > 0 && (
        <Section title={t('procedure.mistakes')} icon="warning">
          <TextLines texts={procedure.commonMistakes} origin="hand-written" />
        </Section>
      )}
      {procedure.results.length > 0 && (
        <Section title={t('procedure.results')} icon="gift">
          <TextLines texts={procedure.results} />
        </Section>
      )}
      {who.length > 0 && (
        <Section title={t('procedure.who')} icon="person" part="who" startsOpen={asked === 'who'}>
          <TextLines texts={who} />
        </Section>
      )}
      {procedure.conditions !== null && (
        <Section title={t('procedure.conditions')} icon="check" part="conditions" startsOpen={asked === 'conditions'}>
          <LongText text={procedure.conditions} limit={500} />
        </Section>
      )}
      <Agencies agencies={procedure.agencies} />
      {procedure.legalBases.length > 0 && (
        <Section
          title={t('procedure.legal')}
          icon="scales"
          aside={String(procedure.legalBases.length)}
          part="legal-basis"
          startsOpen={asked === 'legal-basis'}
        >
          <TextLines texts={procedure.legalBases.map(legalWords)} isSmall />
        </Section>
      )}
      {procedure.staleWords.length > 0 && (
        <Section title={t('procedure.staleWords')} icon="information" aside={String(procedure.staleWords.length)}>
          <TextLines texts={procedure.staleWords.map((stale) => t('procedure.staleWord', stale))} />
        </Section>
      )}
      {procedure.hasOfficialText && (
        <div className={styles['official']} data-part="official">
          <ActionButton
            onPress={() => open({ kind: 'official', code: procedure.code })}
            icon="document"
            fills
            size="large"
          >
            {official}
          </ActionButton>
        </div>
      )}
      <ProcedureSource procedure={procedure} portalUrl={portalUrl} />
    </>
  );
}

function legalWords({ title, number }: Procedure['legalBases'][number]): string {
  return number === null || title.includes(number) ? title : `${title} (${number})`;
}

function Agencies({ agencies }: Pick<Procedure, 'agencies'>) {
  const { t } = useWording();
  const lines = [
    [t('procedure.agencyPerforming'), agencies.performing],
    [t('procedure.agencyCompetent'), agencies.competent],
    [t('procedure.agencyAuthorised'), agencies.authorised],
    [t('procedure.agencyCoordinating'), agencies.coordinating],
    [t('procedure.agencyAddress'), agencies.receivingAddress],
  ] as const;
  const told = lines.filter(([, text]) => text !== null);
  if (told.length === 0) return null;
  return (
    <Section title={t('procedure.agencies')} icon="place">
      <dl className={styles['agencies']}>
        {told.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <LongText text={text ?? ''} limit={240} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
