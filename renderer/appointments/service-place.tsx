/** Which service it is and where, in one line above the days. */
import type { Appointment } from '../../main/contract/appointments.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../hooks/use-language.ts';
import styles from './service-place.module.css';

export function ServicePlace({ service }: { readonly service: Appointment['service'] }) {
  const language = useLanguage();
  const { name, address, counter } = service.place;
  return (
    <div className={styles['place']}>
      <Icon name="place" />
      <div>
        <p className={styles['name']}>{service.name[language]}</p>
        <p lang="vi">{[counter, name, address].filter((part) => part !== null).join(' · ')}</p>
      </div>
    </div>
  );
}
