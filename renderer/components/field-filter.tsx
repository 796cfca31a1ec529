/** Narrows a long list to one field (lĩnh vực): a chip that opens the fields the list holds, with their counts. */
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ListFilters, ListSelection } from '../../main/contract/browse.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { ActionButton } from './action-button.tsx';
import { Answered } from './answered.tsx';
import { classNames } from './class-names.ts';
import styles from './field-filter.module.css';
import { Icon } from './icon.tsx';
import { LinkRow } from './link-row.tsx';
import { LinkRows } from './link-rows.tsx';

interface FieldFilterProps {
  readonly of: ListSelection;
  readonly filters: ListFilters;
  readonly onFilters: (filters: ListFilters) => void;
}

export function FieldFilter({ of, filters, onFilters }: FieldFilterProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const choose = (field: string | undefined) => {
    setOpen(false);
    onFilters({ ...filters, field });
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={classNames(styles['chip'], filters.field !== undefined && styles['chosen'])}>
        <span>{filters.field === undefined ? t('filter.field') : <span lang="vi">{filters.field}</span>}</span>
        <Icon name="down" plain />
      </Button>
      <ModalOverlay className={styles['overlay'] ?? ''} isDismissable>
        <Modal className={styles['modal'] ?? ''}>
          <Dialog className={styles['dialog'] ?? ''}>
            <Heading slot="title" className={styles['title'] ?? ''}>
              {t('filter.chooseField')}
            </Heading>
            <div className={styles['fields']}>
              <FieldChoices of={of} filters={filters} onChoose={choose} />
            </div>
            <div className={styles['actions']}>
              {filters.field !== undefined && (
                <ActionButton onPress={() => choose(undefined)} size="large" fills>
                  {t('filter.allFields')}
                </ActionButton>
              )}
              <ActionButton onPress={() => setOpen(false)} icon="close" size="large" fills>
                {t('shell.close')}
              </ActionButton>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

interface FieldChoicesProps extends Pick<FieldFilterProps, 'of' | 'filters'> {
  readonly onChoose: (field: string) => void;
}

function FieldChoices({ of, filters, onChoose }: FieldChoicesProps) {
  const { t } = useTranslation();
  const answer = useAnswer('catalogue.fields', { of, filters: { ...filters, field: undefined } });
  return (
    <Answered answer={answer}>
      {(fields) => (
        <LinkRows label={t('filter.chooseField')}>
          {fields.map(({ field, procedureCount }) => (
            <li key={field}>
              <LinkRow name={field} nameLang="vi" count={procedureCount} onPress={() => onChoose(field)} />
            </li>
          ))}
        </LinkRows>
      )}
    </Answered>
  );
}
