/** Home in the order of docs/catalogue.md §8: numbers and help, twelve topics, the search in full width, other matters, everything. */
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { Answered } from '../components/answered.tsx';
import { classNames } from '../components/class-names.ts';
import { Icon } from '../components/icon.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { TileGrid } from '../components/tile-grid.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { NoticeList } from '../notices/notice-list.tsx';
import { useSteadyNotices } from '../notices/notices-context.ts';
import styles from './home-screen.module.css';

export function HomeScreen() {
  const { t } = useTranslation();
  const { description, open } = useKiosk();
  const { hasQueue, hasPortal } = description;
  const home = useAnswer('catalogue.home', {});
  const notices = useSteadyNotices(isAny);

  // Who has a real keyboard just begins to type.
  useEffect(() => {
    const begin = (event: KeyboardEvent) => {
      const isLetter = /^[\p{L}\d]$/u.test(event.key);
      if (isLetter && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        open({ kind: 'search', words: event.key });
      }
    };
    window.addEventListener('keydown', begin);
    return () => window.removeEventListener('keydown', begin);
  }, [open]);

  return (
    <ScreenLayout title={t('home.title')}>
      {notices.length > 0 && <NoticeList notices={notices} />}
      <div
        className={classNames(
          styles['home'],
          notices.length > 0 && styles['withNotices'],
          hasQueue && styles['withQueue'],
          hasPortal && styles['withPortal'],
        )}
      >
        {hasQueue && (
          <div className={styles['queue']}>
            <ActionButton
              onPress={() => open({ kind: 'queue', code: null })}
              icon="ticket"
              size="large"
              variant="primary"
              fills
            >
              {t('home.queue')}
            </ActionButton>
          </div>
        )}
        {hasPortal && (
          <div className={styles['dossier']}>
            <ActionButton
              onPress={() => open({ kind: 'dossier', dossierCode: null })}
              icon="document-pen"
              size="large"
              fills
            >
              {t('home.dossier')}
            </ActionButton>
          </div>
        )}
        <div className={styles['help']}>
          <ActionButton onPress={() => open({ kind: 'help' })} icon="help" size="large" fills>
            {t('home.help')}
          </ActionButton>
        </div>
        <div className={styles['tiles']}>
          <Answered answer={home}>{({ tiles }) => <TileGrid tiles={tiles} label={t('home.tiles')} />}</Answered>
        </div>
        <div className={styles['search']}>
          <Button
            className={styles['field'] ?? ''}
            onPress={() => open({ kind: 'search', words: '' })}
            aria-label={t('home.search')}
          >
            <Icon name="search" plain />
            {t('home.searchExample')}
          </Button>
        </div>
        <div className={styles['others']}>
          <ActionButton
            onPress={() => open({ kind: 'list', of: { kind: 'elsewhere' } })}
            icon="more"
            size="large"
            fills
          >
            {t('home.elsewhere')}
          </ActionButton>
          <ActionButton onPress={() => open({ kind: 'browse', by: 'field' })} icon="grid" size="large" fills>
            {t('home.all')}
          </ActionButton>
        </div>
      </div>
    </ScreenLayout>
  );
}

function isAny(): boolean {
  return true;
}
