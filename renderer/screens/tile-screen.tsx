/** What stands behind one topic: first the life events, for most people come for more than one paper, then each procedure. */
import { useTranslation } from 'react-i18next';
import { LifeEventCard } from '../components/life-event-card.tsx';
import { ProcedureList } from '../components/procedure-list.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { type Screen, wholeList } from '../state/screen.ts';
import styles from './tile-screen.module.css';

type TilePlace = Extract<Screen, { kind: 'tile' }>;

export function TileScreen({ screen }: { readonly screen: TilePlace }) {
  const { number } = screen;
  const { t } = useTranslation();
  const { amend } = useKiosk();
  const language = useLanguage();
  const home = useAnswer('catalogue.home', {});
  const tile = home.kind === 'ready' ? home.value.tiles.find((one) => one.number === number) : undefined;
  const lifeEvents = home.kind === 'ready' ? home.value.lifeEvents.filter((event) => event.tile === number) : [];
  return (
    <ScreenLayout title={tile?.title[language] ?? t('home.title')}>
      {lifeEvents.length > 0 && (
        <section className={styles['part']}>
          <h2 className={styles['heading']}>{t('list.lifeEvents')}</h2>
          {lifeEvents.map((event) => (
            <LifeEventCard key={event.id} event={event} />
          ))}
        </section>
      )}
      <section className={styles['part']}>
        {lifeEvents.length > 0 && <h2 className={styles['heading']}>{t('list.procedures')}</h2>}
        <ProcedureList
          of={{ kind: 'tile', number }}
          view={screen.view ?? wholeList}
          onView={(view) => amend({ ...screen, view })}
        />
      </section>
    </ScreenLayout>
  );
}
