/** What is wrong with this kiosk and what to do about it, one notice each; of updates, the very reason. */
import type { KioskStatus, Trouble } from '../../../main/contract/status.ts';
import { Notice } from '../../components/notice.tsx';
import { useWording } from '../../hooks/use-wording.ts';
import { troubleKeys } from '../../wording/staff-words.ts';
import { updateFailureKeys } from '../../wording/update-words.ts';

/** These can wait until the day is over. */
const mild: ReadonlySet<Trouble> = new Set(['printer-paper-low', 'catalogue-old']);

export function TroubleList({ status: { troubles, updates } }: { readonly status: KioskStatus }) {
  const { t } = useWording();
  if (troubles.length === 0) {
    return (
      <Notice tone="green" icon="check" title={t('staff.trouble.none')}>
        <p>{t('staff.trouble.noneText')}</p>
      </Notice>
    );
  }
  const { failure } = updates;
  return (
    <>
      {troubles.map((trouble) => {
        const [title, text] = troubleKeys[trouble];
        const isOfUpdates = trouble === 'update-failing' || trouble === 'update-untrusted';
        const reason = isOfUpdates ? failure?.reason : undefined;
        return (
          <Notice
            key={trouble}
            tone={mild.has(trouble) ? 'gold' : 'red'}
            icon="warning"
            title={t(reason === 'no-trust' ? 'staff.updates.state.untrusted' : title)}
          >
            <p>{t(reason === undefined ? text : updateFailureKeys[reason])}</p>
            {reason === 'no-trust' && <p lang="en">kioskctl trust trusted-root.json</p>}
          </Notice>
        );
      })}
    </>
  );
}
