/** "Xem tất cả": one catalogue looked through in four ways, and everything in one list for those who filter. */
import { type Key, Tab, TabList, TabPanel, TabPanels, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AgencyList } from '../components/agency-list.tsx';
import { FieldIndex } from '../components/field-index.tsx';
import { Icon } from '../components/icon.tsx';
import { LetterIndex } from '../components/letter-index.tsx';
import { LifeEventList } from '../components/life-event-list.tsx';
import { LinkRow } from '../components/link-row.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { type BrowseWay, browseWays } from '../state/screen.ts';
import styles from './browse-screen.module.css';

const ways = {
  field: { name: 'browse.byField', text: 'browse.fieldText', icon: 'grid', Panel: FieldIndex },
  agency: { name: 'browse.byAgency', text: 'browse.agencyText', icon: 'place', Panel: AgencyList },
  letter: { name: 'browse.byLetter', text: 'browse.letterText', icon: 'letters', Panel: LetterIndex },
  'life-event': { name: 'browse.byLifeEvent', text: 'browse.lifeEventText', icon: 'steps', Panel: LifeEventList },
} as const;

export function BrowseScreen({ by }: { readonly by: BrowseWay }) {
  const { t } = useTranslation();
  const { amend, description, open } = useKiosk();
  const choose = (key: Key) => {
    const way = browseWays.find((one) => one === key);
    if (way !== undefined) amend({ kind: 'browse', by: way });
  };
  return (
    <ScreenLayout title={t('home.all')}>
      <Tabs className={styles['tabs'] ?? ''} selectedKey={by} onSelectionChange={choose}>
        <TabList className={styles['ways'] ?? ''} aria-label={t('browse.label')}>
          {browseWays.map((way) => (
            <Tab key={way} id={way} className={styles['way'] ?? ''}>
              <Icon name={ways[way].icon} />
              <span>{t(ways[way].name)}</span>
            </Tab>
          ))}
        </TabList>
        <TabPanels>
          {browseWays.map((way) => {
            const { text, Panel } = ways[way];
            return (
              <TabPanel key={way} id={way} className={styles['panel'] ?? ''}>
                <p className={styles['text']}>{t(text)}</p>
                <Panel />
              </TabPanel>
            );
          })}
        </TabPanels>
      </Tabs>
      <LinkRow
        name={t('browse.everything')}
        hint={t('browse.everythingHint')}
        count={description.catalogue.procedureCount}
        onPress={() => open({ kind: 'list', of: { kind: 'all' } })}
      />
    </ScreenLayout>
  );
}
