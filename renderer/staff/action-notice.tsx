/** What became of a button of staff's, read aloud when it is known. */
import type { IconName } from '../components/icon-drawings.tsx';
import { Notice } from '../components/notice.tsx';
import type { ActionReport } from './use-staff-action.ts';

const icons: Readonly<Record<ActionReport['tone'], IconName>> = { green: 'check', gold: 'information', red: 'warning' };

export function ActionNotice({ report }: { readonly report: ActionReport | null }) {
  if (report === null) return null;
  return (
    <Notice tone={report.tone} icon={icons[report.tone]} isLive>
      <p>{report.words}</p>
    </Notice>
  );
}
