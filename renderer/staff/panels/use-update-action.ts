/** An order about updates: what became of it, or why nothing did, in words. */
import { useTranslation } from 'react-i18next';
import type { KioskError } from '../../../main/contract/error.ts';
import type { UpdateOutcome } from '../../../main/contract/updates.ts';
import { outcomeWords } from '../../wording/update-words.ts';
import { type ActionReport, useStaffAction } from '../use-staff-action.ts';

interface UpdateAction {
  readonly isBusy: boolean;
  readonly report: ActionReport | null;
  readonly order: (ask: () => Promise<UpdateOutcome>) => void;
}

/** `notFound` is said where the core has nothing of the kind. */
export function useUpdateAction(notFound: string, onSettled: () => void): UpdateAction {
  const { t } = useTranslation();
  const failureWords = ({ code }: KioskError) => {
    if (code === 'not-found') return notFound;
    return code === 'unavailable' ? t('staff.updates.outcome.noAnswer') : t('staff.failed', { code });
  };
  const { isBusy, report, run } = useStaffAction(failureWords, onSettled);
  return { isBusy, report, order: (ask) => run(async () => outcomeWords(await ask(), t)) };
}
