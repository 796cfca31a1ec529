/** One of the kiosk's own drawings; always beside words, so it is silent for screen readers. */
import { classNames } from './class-names.ts';
import styles from './icon.module.css';
import { type IconName, iconDrawings } from './icon-drawings.tsx';

interface IconProps {
  readonly name: IconName;
  /** Without the warm accent, e.g. on a red button. */
  readonly plain?: boolean;
}

export function Icon({ name, plain = false }: IconProps) {
  return (
    <svg className={classNames(styles['icon'], plain && styles['plain'])} viewBox="0 0 24 24" aria-hidden="true">
      {iconDrawings[name]}
    </svg>
  );
}

/** Icon names come from data, too; an unknown one is drawn as a document. */
export function iconNamed(name: string): IconName {
  return name in iconDrawings ? (name as IconName) : 'document';
}
