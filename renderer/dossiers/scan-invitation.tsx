/** Invites to hold something before the reader: a sheet with its code, and a light that calmly comes and goes. */
import type { ReactNode } from 'react';
import styles from './scan-invitation.module.css';

interface ScanInvitationProps {
  readonly shows: 'paper' | 'card';
  readonly title: string;
  readonly children: ReactNode;
}

export function ScanInvitation({ shows, title, children }: ScanInvitationProps) {
  return (
    <div className={styles['invitation']}>
      <svg className={styles['picture']} viewBox="0 0 160 120" aria-hidden="true">
        <path className={styles['beam']} d="M80 22 34 104h92z" />
        <rect className={styles['reader']} x="62" y="4" width="36" height="20" rx="7" />
        {shows === 'paper' ? (
          <>
            <rect className={styles['sheet']} x="46" y="50" width="68" height="68" rx="5" />
            <path className={styles['line']} d="M54 96h52M54 107h36" />
            <path
              className={styles['code']}
              d="M56 60v24M61 60v24M68 60v24M72 60v24M80 60v24M86 60v24M91 60v24M99 60v24M104 60v24"
            />
          </>
        ) : (
          <>
            <rect className={styles['sheet']} x="32" y="56" width="96" height="60" rx="7" />
            <path className={styles['line']} d="M42 82h34M42 93h34M42 104h22" />
            <path
              className={styles['square']}
              d="M92 66h10v10H92zM108 66h10v10h-10zM92 82h10v10H92zM108 84h4v4h-4zM114 90h4v4h-4zM108 94h4v4h-4z"
            />
          </>
        )}
      </svg>
      <div className={styles['words']}>
        <h2 className={styles['title']}>{title}</h2>
        {children}
      </div>
    </div>
  );
}
