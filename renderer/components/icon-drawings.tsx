/**
 * The kiosk's own icons on a grid of 24: lines of 1.7 in the text's colour, one warm accent behind. One file, for they are
 * one alphabet; longer than usual because it is drawings.
 */
import type { ReactNode } from 'react';

/** `accent` shapes are filled by the icon's style sheet. */
const accent = 'accent';

export const iconDrawings = {
  // Home tiles
  stamp: (
    <>
      <rect className={accent} x="4.5" y="15" width="15" height="3.6" rx="1" />
      <path d="M9.6 15c.6-2 .7-3.3-.2-4.7a3.5 3.5 0 1 1 5.2 0c-.9 1.4-.8 2.7-.2 4.7" />
      <rect x="4.5" y="15" width="15" height="3.6" rx="1" />
      <path d="M5.5 21.3h13" />
    </>
  ),
  baby: (
    <>
      <path className={accent} d="M4 13.5h16a8 8 0 0 1-16 0z" transform="translate(0 -2)" />
      <path d="M4 11.5h16a8 8 0 0 1-16 0zM12 11.5V3.8a8 8 0 0 1 8 7.7" />
      <circle cx="8.2" cy="20.6" r="1.3" />
      <circle cx="15.8" cy="20.6" r="1.3" />
    </>
  ),
  rings: (
    <>
      <circle className={accent} cx="9" cy="14.5" r="5.7" />
      <circle cx="9" cy="14.5" r="5.7" />
      <circle cx="15" cy="14.5" r="5.7" />
      <path d="m12 7-1.9-2.2L11 3.2h2l.9 1.6z" />
    </>
  ),
  candle: (
    <>
      <path className={accent} d="M12 2.8c1.8 2 2.7 3.3 2.7 4.6a2.7 2.7 0 0 1-5.4 0c0-1.3.9-2.6 2.7-4.6z" />
      <path d="M12 2.8c1.8 2 2.7 3.3 2.7 4.6a2.7 2.7 0 0 1-5.4 0c0-1.3.9-2.6 2.7-4.6zM12 10.1v2.4M8.8 12.5h6.4v6.2H8.8zM5.5 18.7h13M7.5 21.2h9" />
    </>
  ),
  'document-pen': (
    <>
      <path className={accent} d="M5 3.2h8.5L18 7.7v3.1l-6.5 6.7-.6 3.3H5z" />
      <path d="M18 9V7.7l-4.5-4.5H5v17.6h4.5M13.2 3.5v4.4h4.4M8 11h5M8 14.3h3.2" />
      <path d="m13 20.8.7-3.2 5.2-5.2a1.6 1.6 0 0 1 2.3 0l.2.2a1.6 1.6 0 0 1 0 2.3l-5.2 5.2z" />
    </>
  ),
  'identity-card': (
    <>
      <rect className={accent} x="2.8" y="5" width="18.4" height="14" rx="2" />
      <rect x="2.8" y="5" width="18.4" height="14" rx="2" />
      <circle cx="8.3" cy="10.6" r="2" />
      <path d="M5.3 15.8c.4-1.7 1.5-2.6 3-2.6s2.6.9 3 2.6M14.2 10h4M14.2 13h4M14.2 15.9h2.4" />
    </>
  ),
  'helping-hand': (
    <>
      <path className={accent} d="M12.6 10.6 9.3 7.3a2.5 2.5 0 0 1 3.3-3.7 2.5 2.5 0 0 1 3.4 3.7z" />
      <path d="M12.6 10.6 9.3 7.3a2.5 2.5 0 0 1 3.3-3.7 2.5 2.5 0 0 1 3.4 3.7z" />
      <path d="M2.8 13.2h2.8v7H2.8M5.6 14.3l2-.9c.9-.4 1.9-.4 2.8 0l2 .8h2a1.4 1.4 0 0 1 0 2.9h-3.5M14.9 16.7l4.2-2.3a1.4 1.4 0 0 1 1.6 2.3l-5.2 3.9c-.8.6-1.8.8-2.8.5l-7.1-2" />
    </>
  ),
  medal: (
    <>
      <circle className={accent} cx="12" cy="15.2" r="5.6" />
      <circle cx="12" cy="15.2" r="5.6" />
      <path d="m12 12.2.9 1.9 2.1.3-1.5 1.5.4 2.1-1.9-1-1.9 1 .4-2.1L9 14.4l2.1-.3zM8.7 10.6 5.6 3.2h4L12 8.8l2.4-5.6h4l-3.1 7.4" />
    </>
  ),
  health: (
    <>
      <path className={accent} d="M12 2.9 19.5 5.6v6c0 4.4-2.9 7.7-7.5 9.5-4.6-1.8-7.5-5.1-7.5-9.5v-6z" />
      <path d="M12 2.9 19.5 5.6v6c0 4.4-2.9 7.7-7.5 9.5-4.6-1.8-7.5-5.1-7.5-9.5v-6zM12 8v7M8.5 11.5h7" />
    </>
  ),
  house: (
    <>
      <path className={accent} d="M5 10.2 12 4l7 6.2v10H5z" />
      <path d="M2.8 12 12 3.8 21.2 12M5 10.2v10h14v-10M9.7 20.2v-5.9h4.6v5.9" />
    </>
  ),
  shop: (
    <>
      <path className={accent} d="M4.2 4h15.6l1.4 5.2H2.8z" />
      <path d="M4.2 4h15.6l1.4 5.2a2.8 2.8 0 0 1-4.6 1.5 3 3 0 0 1-4.6 0 3 3 0 0 1-4.6 0 2.8 2.8 0 0 1-4.6-1.5zM4.6 11.6v8.6h14.8v-8.6M8 20.2v-5.3h4v5.3M14.6 14.9h2.2" />
    </>
  ),
  school: (
    <>
      <path className={accent} d="m12 4.3 10 4.8-10 4.8L2 9.1z" />
      <path d="m12 4.3 10 4.8-10 4.8L2 9.1zM6.2 11.3v4.9c1.6 1.5 3.5 2.2 5.8 2.2s4.2-.7 5.8-2.2v-4.9M22 9.1v6" />
    </>
  ),
  // Facts and sections
  document: (
    <>
      <path className={accent} d="M5 3.2h9L19 8.2v12.6H5z" />
      <path d="M13.7 3.2H5v17.6h14V8.5zM13.7 3.5v5h5M8.2 12.3h7.6M8.2 15.9h5.2" />
    </>
  ),
  papers: (
    <>
      <path className={accent} d="M8 6.2h7.5l4.3 4.3v10.3H8z" />
      <path d="M14.8 6.2H8v14.6h11.8V11.2zM14.8 6.5v4.7h4.7M4.2 17.4V3.2h9.6M11 14.3h5.8M11 17.4h4" />
    </>
  ),
  clock: (
    <>
      <circle className={accent} cx="12" cy="12" r="8.8" />
      <circle cx="12" cy="12" r="8.8" />
      <path d="M12 6.8V12l3.6 2.2" />
    </>
  ),
  money: (
    <>
      <rect className={accent} x="2.8" y="6" width="18.4" height="12" rx="1.8" />
      <rect x="2.8" y="6" width="18.4" height="12" rx="1.8" />
      <circle cx="12" cy="12" r="2.7" />
      <path d="M6.2 9.3v.1M17.8 14.7v.1" />
    </>
  ),
  place: (
    <>
      <path className={accent} d="M12 21.3c-4.6-4.8-7-8.3-7-11.4a7 7 0 0 1 14 0c0 3.1-2.4 6.6-7 11.4z" />
      <path d="M12 21.3c-4.6-4.8-7-8.3-7-11.4a7 7 0 0 1 14 0c0 3.1-2.4 6.6-7 11.4z" />
      <circle cx="12" cy="9.9" r="2.6" />
    </>
  ),
  online: (
    <>
      <circle className={accent} cx="12" cy="12" r="8.8" />
      <circle cx="12" cy="12" r="8.8" />
      <path d="M3.2 12h17.6M12 3.2c2.5 2.5 3.7 5.4 3.7 8.8s-1.2 6.3-3.7 8.8c-2.5-2.5-3.7-5.4-3.7-8.8s1.2-6.3 3.7-8.8z" />
    </>
  ),
  calendar: (
    <>
      <path className={accent} d="M3.8 5.3h16.4v4.3H3.8z" />
      <path d="M3.8 5.3h16.4v15H3.8zM3.8 9.8h16.4M8 2.9v4M16 2.9v4M8 13.5h.1M12 13.5h.1M16 13.5h.1M8 16.8h.1M12 16.8h.1" />
    </>
  ),
  steps: (
    <>
      <path className={accent} d="M3.2 16h5.7v4.8H3.2z" />
      <path d="M3.2 20.8V16h5.7v-4.8h5.8V6.4h6.1M3.2 20.8h17.6V6.4" />
    </>
  ),
  scales: (
    <>
      <path className={accent} d="m5.5 7.5 3 6.5h-6zM18.5 7.5l3 6.5h-6z" />
      <path d="M12 3.2v17.3M7.5 20.5h9M5.5 6.5 12 5l6.5 1.5M5.5 7l-3 7a3.2 3.2 0 0 0 6 0zM18.5 7l-3 7a3.2 3.2 0 0 0 6 0z" />
    </>
  ),
  person: (
    <>
      <circle className={accent} cx="12" cy="8" r="4" />
      <circle cx="12" cy="8" r="4" />
      <path d="M4.3 20.5c.8-4.2 3.6-6.3 7.7-6.3s6.9 2.1 7.7 6.3" />
    </>
  ),
  gift: (
    <>
      <path className={accent} d="M4.5 12h15v8.8h-15z" />
      <path d="M3.2 8h17.6v4H3.2zM4.5 12v8.8h15V12M12 8v12.8M12 8C9 8 7.2 6.8 7.2 5.2c0-2.7 3.8-2.9 4.8 2.8 1-5.7 4.8-5.5 4.8-2.8C16.8 6.8 15 8 12 8z" />
    </>
  ),
  note: (
    <>
      <path className={accent} d="M3.6 4h16.8v12.5H12L7.5 20.4v-3.9H3.6z" />
      <path d="M3.6 4h16.8v12.5H12L7.5 20.4v-3.9H3.6zM8 8.5h8M8 12h5" />
    </>
  ),
  // Signs and controls
  help: (
    <>
      <path className={accent} d="M13.6 3h7.9v6.3h-2.8l-2.3 2.3V9.3h-2.8z" />
      <path d="M13.6 3h7.9v6.3h-2.8l-2.3 2.3V9.3h-2.8zM2.5 20.8c.5-4.2 2.7-6.3 6.2-6.3s5.7 2.1 6.2 6.3" />
      <circle cx="8.7" cy="9.5" r="3.2" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.7" />
      <path d="m15.4 15.4 5.4 5.4" />
    </>
  ),
  back: <path d="M20 12H4.5M11 5.2 4.2 12l6.8 6.8" />,
  home: <path d="M3.2 11.6 12 4l8.8 7.6M5.5 9.8v10.4h4.7v-5.6h3.6v5.6h4.7V9.8" />,
  leave: <path d="M14 4H5v16h9M10 12h10.5M16.5 7.8l4.2 4.2-4.2 4.2" />,
  next: <path d="m9 5 7 7-7 7" />,
  down: <path d="m5 9 7 7 7-7" />,
  arrowDown: <path d="M12 4v15.5M5.2 13l6.8 6.8 6.8-6.8" />,
  check: <path d="m4.5 12.8 5 5L19.8 6.8" />,
  close: <path d="m5.5 5.5 13 13M18.5 5.5l-13 13" />,
  warning: (
    <>
      <path className={accent} d="M12 3.6 21.8 20.4H2.2z" />
      <path d="M12 3.6 21.8 20.4H2.2zM12 9.6v5M12 17.5v.1" />
    </>
  ),
  information: (
    <>
      <circle className={accent} cx="12" cy="12" r="8.8" />
      <circle cx="12" cy="12" r="8.8" />
      <path d="M12 11v5.6M12 7.5v.1" />
    </>
  ),
  printer: (
    <>
      <path className={accent} d="M3.2 8.8h17.6v8H3.2z" />
      <path d="M7 8.8V3.2h10v5.6M7 16.8H3.2v-8h17.6v8H17M7 13.8h10v7H7zM17.4 11.3v.1" />
    </>
  ),
  scan: (
    <>
      <rect className={accent} x="6.5" y="7" width="11" height="10" rx="1" />
      <path d="M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5M2.5 12h19" />
    </>
  ),
  keyboard: (
    <>
      <rect className={accent} x="2.5" y="6" width="19" height="12" rx="2" />
      <rect x="2.5" y="6" width="19" height="12" rx="2" />
      <path d="M6 9.7h.1M9 9.7h.1M12 9.7h.1M15 9.7h.1M18 9.7h.1M6 12.3h.1M9 12.3h.1M12 12.3h.1M15 12.3h.1M18 12.3h.1M8 15h8" />
    </>
  ),
  ticket: (
    <>
      <path className={accent} d="M2.8 6.5h18.4v3.3a2.2 2.2 0 0 0 0 4.4v3.3H2.8v-3.3a2.2 2.2 0 0 0 0-4.4z" />
      <path d="M2.8 6.5h18.4v3.3a2.2 2.2 0 0 0 0 4.4v3.3H2.8v-3.3a2.2 2.2 0 0 0 0-4.4zM15.2 6.5v2M15.2 11v2M15.2 15.5v2M7 10.3h4M7 13.7h4" />
    </>
  ),
  phone: (
    <>
      <rect className={accent} x="6.5" y="2.5" width="11" height="19" rx="2" />
      <rect x="6.5" y="2.5" width="11" height="19" rx="2" />
      <path d="M11 18.5h2" />
    </>
  ),
  letters: (
    <path d="M2.5 18 7.5 5h1l5 13M4.6 13.2h6.8M16 11.2c3.2-2.2 5.4-.6 5.4 1.6V18M21.4 13.8c-3.6-.4-6 .4-6 2.4 0 2.6 4.6 2.4 6-.6" />
  ),
  grid: <path d="M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z" />,
  more: (
    <>
      <circle className={accent} cx="12" cy="12" r="8.8" />
      <circle cx="12" cy="12" r="8.8" />
      <path d="M8 12h.1M12 12h.1M16 12h.1" />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof iconDrawings;
