/** Draws the kiosk into a page: which shell, which channel, and the first drawing. */
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { Application } from './application.tsx';
import { teachKioskManners } from './kiosk-manners.ts';
import { chooseChannelSource } from './transport/choose-channel-source.ts';
import { createCoreConnection } from './transport/core-connection.ts';

/** Listens for the core's channel from this moment on. The page must have an element `#root`. */
export function openPage(page: Window): void {
  const root = page.document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  teachKioskManners(page);
  createRoot(root).render(<Application connection={createCoreConnection(chooseChannelSource(page))} />);
}
