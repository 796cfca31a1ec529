/** The twelve topics of the home page, each with a picture and words (docs/catalogue.md §8). */
import { Button } from 'react-aria-components';
import type { Tile } from '../../main/contract/kiosk.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { classNames } from './class-names.ts';
import { Icon, iconNamed } from './icon.tsx';
import { PhraseText } from './phrase-text.tsx';
import styles from './tile-grid.module.css';

interface TileGridProps {
  readonly tiles: readonly Tile[];
  readonly label: string;
  /** Smaller, as a way on from an empty search. */
  readonly compact?: boolean;
}

export function TileGrid({ tiles, label, compact = false }: TileGridProps) {
  const { open } = useKiosk();
  const language = useLanguage();
  return (
    <ul className={classNames(styles['grid'], compact && styles['compact'])} aria-label={label}>
      {tiles.map((tile) => (
        <li key={tile.number}>
          <Button className={styles['tile'] ?? ''} onPress={() => open({ kind: 'tile', number: tile.number })}>
            <span className={styles['picture']}>
              <Icon name={iconNamed(tile.icon)} />
            </span>
            <span className={styles['title']}>
              <PhraseText text={tile.title[language]} />
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
