/** A question over the page that must be answered: big words, few buttons, read aloud at once. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-drawings.tsx';
import styles from './question-dialog.module.css';

interface QuestionDialogProps {
  readonly icon: IconName;
  readonly title: string;
  /** Language of the title where it is not that of the page. */
  readonly titleLang?: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  /** Escape on a keyboard. */
  readonly onDismiss: () => void;
}

export function QuestionDialog({ icon, title, titleLang, children, actions, onDismiss }: QuestionDialogProps) {
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onDismiss();
      }}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog className={styles['dialog'] ?? ''} role="alertdialog">
          <Icon name={icon} />
          <Heading
            slot="title"
            className={styles['title'] ?? ''}
            {...(titleLang === undefined ? {} : { lang: titleLang })}
          >
            {title}
          </Heading>
          <div className={styles['words']}>{children}</div>
          <div className={styles['actions']}>{actions}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
