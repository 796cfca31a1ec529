/** The portal cannot be asked now: said plainly, with what else can be done, and a way to try again. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unreachable } from '../../main/contract/portal.ts';
import { ActionButton } from '../components/action-button.tsx';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon-drawings.tsx';
import { Notice } from '../components/notice.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useTimeLeft } from '../staff/use-time-left.ts';
import { troubleKeys, waitWords } from '../wording/dossier-words.ts';
import styles from './unreachable-notice.module.css';

interface UnreachableNoticeProps {
  readonly trouble: Unreachable;
  readonly onRetry: () => void;
}

export function UnreachableNotice({ trouble, onRetry }: UnreachableNoticeProps) {
  const { t } = useTranslation();
  const { office } = useKiosk().description;
  return (
    <div className={styles['unreachable']}>
      <Notice tone="gold" icon="warning" isLive title={t(troubleKeys[trouble.reason])}>
        <p>{t('dossier.unreachable.kept')}</p>
      </Notice>
      {trouble.reason !== 'not-configured' && (
        <RetryButton key={trouble.retryAtMs} retryAtMs={trouble.retryAtMs} onRetry={onRetry} />
      )}
      <section className={styles['ways']}>
        <h2 className={styles['heading']}>{t('dossier.unreachable.instead')}</h2>
        <ul className={styles['list']}>
          <Way icon="help" title={t('dossier.unreachable.desk')}>
            <span lang="vi">{office.helpDesk}</span>
          </Way>
          <Way icon="phone" title={t('dossier.unreachable.phone')}>
            {t('dossier.unreachable.phoneText')}
          </Way>
          <Way icon="online" title={t('dossier.unreachable.portal')}>
            {t('dossier.unreachable.portalText')}
          </Way>
        </ul>
      </section>
    </div>
  );
}

function Way({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <li className={styles['way']}>
      <Icon name={icon} />
      <div>
        <p className={styles['title']}>{title}</p>
        <p>{children}</p>
      </div>
    </li>
  );
}

function RetryButton({ retryAtMs, onRetry }: { readonly retryAtMs: number | null; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const leftMs = useTimeLeft(retryAtMs ?? 0, Date.now, () => undefined);
  return (
    <ActionButton onPress={onRetry} variant="primary" size="large" fills isDisabled={leftMs > 0}>
      {leftMs > 0 ? t('dossier.unreachable.retryIn', { time: waitWords(leftMs, t) }) : t('dossier.unreachable.retry')}
    </ActionButton>
  );
}
