/** "Xem tất cả": every field (lĩnh vực) there is, for those who know the official word. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Answered } from '../components/answered.tsx';
import { Icon } from '../components/icon.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import styles from './fields-screen.module.css';

export function FieldsScreen() {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const fields = useAnswer('catalogue.fields', {});
  return (
    <ScreenLayout title={t('list.fields')} lead={<p>{t('list.fieldsText')}</p>}>
      <Answered answer={fields}>
        {(list) => (
          <ul className={styles['fields']}>
            {list.map(({ field, procedureCount }) => (
              <li key={field}>
                <Button className={styles['field'] ?? ''} onPress={() => open({ kind: 'field', field })}>
                  <span className={styles['name']} lang="vi">
                    {field}
                  </span>
                  <span className={styles['count']}>{t('list.count', { count: procedureCount })}</span>
                  <Icon name="next" plain />
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </ScreenLayout>
  );
}
