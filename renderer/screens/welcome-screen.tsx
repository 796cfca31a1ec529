/** What passers-by see: one question, one large place to touch, and the other language. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import { Icon } from '../components/icon.tsx';
import { LogoPlace } from '../components/logo-place.tsx';
import { Ornament } from '../components/ornament.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { NoticeList } from '../notices/notice-list.tsx';
import { useNotices } from '../notices/notices-context.ts';
import { dateWords } from '../wording/date-words.ts';
import styles from './welcome-screen.module.css';

export function WelcomeScreen() {
  const { t } = useTranslation();
  const { description, open, chooseLanguage } = useKiosk();
  const language = useLanguage();
  const { office, catalogue, languages } = description;
  // Nobody's finger is on its way: what is over goes at once. The doors stay where they are all the same.
  const notices = useNotices().map((notice) => ({ notice, isOver: false }));
  const other = languages.find((one) => one !== language);
  const start = (chosen: Language) => {
    chooseLanguage(chosen);
    open({ kind: 'home' });
  };
  return (
    <div className={styles['welcome']}>
      <div className={styles['ornament']}>
        <Ornament />
      </div>
      <div className={styles['office']} lang="vi">
        <LogoPlace />
        <div>
          {office.parentName !== null && <p className={styles['parent']}>{office.parentName}</p>}
          <p className={styles['name']}>{office.name}</p>
        </div>
      </div>
      <div className={styles['invitation']}>
        <p className={styles['slogan']}>{t('welcome.slogan')}</p>
        <h1 className={styles['title']}>{t('welcome.title')}</h1>
        <p className={styles['text']}>{t('welcome.text')}</p>
      </div>
      <div className={styles['notices']}>
        <NoticeList notices={notices} />
      </div>
      <div className={styles['doors']}>
        <Button className={styles['start'] ?? ''} onPress={() => start(language)}>
          {t('welcome.start')}
          <Icon name="next" plain />
        </Button>
        {other !== undefined && (
          <Button className={styles['other'] ?? ''} onPress={() => start(other)}>
            <Icon name="online" plain />
            <span lang={other}>{t(other === 'en' ? 'welcome.startEnglish' : 'welcome.startVietnamese')}</span>
          </Button>
        )}
      </div>
      <p className={styles['date']}>{t('shell.dataDate', { date: dateWords(catalogue.dataDate, language) })}</p>
    </div>
  );
}
