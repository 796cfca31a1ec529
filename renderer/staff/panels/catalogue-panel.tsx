/** Which catalogue citizens see: how fresh, how much, and its version for whoever is called for help. */
import { Answered } from '../../components/answered.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { dateWords } from '../../wording/date-words.ts';
import { numberWords } from '../../wording/number-words.ts';
import { StaffFacts } from '../staff-facts.tsx';
import { useStaffAnswer } from '../use-staff-answer.ts';

const profileKeys = {
  ward: 'staff.catalogue.ward',
  xa: 'staff.catalogue.xa',
  all: 'staff.catalogue.all',
} as const;

/** Enough to tell two catalogues apart, as `kioskctl catalogue info` shows it. */
const versionLength = 16;

export function CataloguePanel() {
  const { t, language } = useWording();
  const { answer } = useStaffAnswer('kiosk.overview', {});
  return (
    <Answered answer={answer}>
      {({ catalogue }) => (
        <StaffFacts
          title={t('staff.panels.catalogue')}
          facts={[
            { label: t('staff.catalogue.date'), value: dateWords(catalogue.dataDate, language) },
            { label: t('staff.catalogue.count'), value: numberWords(catalogue.procedureCount, language) },
            { label: t('staff.catalogue.profile'), value: t(profileKeys[catalogue.profile]) },
            { label: t('staff.catalogue.version'), value: catalogue.version.slice(0, versionLength), lang: 'en' },
          ]}
        />
      )}
    </Answered>
  );
}
