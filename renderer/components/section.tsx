/** A part of a page that opens on touch, so that the page begins short and hides nothing. */
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ProcedurePart } from '../state/procedure-part.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-drawings.tsx';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly icon: IconName;
  readonly children: ReactNode;
  /** A few words beside the title, e.g. how many. */
  readonly aside?: string;
  readonly startsOpen?: boolean;
  /** A procedure can be opened at this section. */
  readonly part?: ProcedurePart;
}

export function Section({ title, icon, children, aside, startsOpen = false, part }: SectionProps) {
  return (
    <Disclosure className={styles['section'] ?? ''} defaultExpanded={startsOpen} data-part={part}>
      <Heading level={2} className={styles['heading'] ?? ''}>
        <Button slot="trigger" className={styles['trigger'] ?? ''}>
          <Icon name={icon} />
          <span className={styles['title']}>{title}</span>
          {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
          <span className={styles['arrow']}>
            <Icon name="down" plain />
          </span>
        </Button>
      </Heading>
      <DisclosurePanel className={styles['panel'] ?? ''}>
        <div className={styles['content']}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
