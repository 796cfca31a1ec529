/** Filters as large chips, each with what it would leave; one that would leave nothing cannot be pressed: no dead ends. */
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FilterCounts, ListFilters, ListSelection } from '../../main/contract/browse.ts';
import { levels } from '../../main/contract/procedure.ts';
import { ActionButton } from './action-button.tsx';
import { FieldFilter } from './field-filter.tsx';
import { FilterChip } from './filter-chip.tsx';
import styles from './list-filters-bar.module.css';

interface ListFiltersBarProps {
  readonly of: ListSelection;
  readonly filters: ListFilters;
  /** With the filters in force. */
  readonly counts: FilterCounts;
  /** Without any filter: which filters this list can have at all. */
  readonly wholeCounts: FilterCounts;
  readonly onFilters: (filters: ListFilters) => void;
}

const levelKeys = {
  commune: 'filter.commune',
  province: 'filter.province',
  ministry: 'filter.ministry',
  unknown: 'filter.unknownLevel',
} as const;
const yesKeys = { online: 'filter.online', free: 'filter.free', choice: 'filter.choice' } as const;

export function ListFiltersBar({ of, filters, counts, wholeCounts, onFilters }: ListFiltersBarProps) {
  const { t } = useTranslation();
  // A filter that holds for the whole list, or a level that is the only one, would change nothing.
  const levelsHere = levels.filter((level) => wholeCounts.levels[level] > 0);
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <Group className={styles['bar'] ?? ''} aria-label={t('filter.label')}>
      {of.kind !== 'field' && wholeCounts.fields > 1 && <FieldFilter of={of} filters={filters} onFilters={onFilters} />}
      {(['online', 'free', 'choice'] as const).map((name) => (
        <FilterChip
          key={name}
          label={t(yesKeys[name])}
          count={counts[name]}
          isChosen={filters[name] === true}
          onChange={(isChosen) => onFilters({ ...filters, [name]: isChosen ? true : undefined })}
        />
      ))}
      {levelsHere.length > 1 &&
        levelsHere.map((level) => (
          <FilterChip
            key={level}
            label={t(levelKeys[level])}
            count={counts.levels[level]}
            isChosen={filters.level === level}
            onChange={(isChosen) => onFilters({ ...filters, level: isChosen ? level : undefined })}
          />
        ))}
      {isFiltered && (
        <ActionButton onPress={() => onFilters({})} variant="quiet" icon="close">
          {t('filter.clear')}
        </ActionButton>
      )}
    </Group>
  );
}
