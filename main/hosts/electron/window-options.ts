/** How the kiosk's one window is made. Defaults of Electron that matter are written out, so that a change of theirs changes nothing. */
import type { BrowserWindowConstructorOptions, Session } from 'electron';

export interface WindowOptions {
  readonly preloadPath: string;
  readonly session: Session;
  readonly windowed: boolean;
  /** Whether this is the installed product and not a developer's tree. */
  readonly isPackaged: boolean;
}

export function windowOptions({
  preloadPath,
  session,
  windowed,
  isPackaged,
}: WindowOptions): BrowserWindowConstructorOptions {
  return {
    kiosk: !windowed,
    fullscreen: !windowed,
    frame: windowed,
    ...(windowed ? { width: 720, height: 1280 } : {}),
    // Shown when it has something to show: no white flash at the start.
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    title: 'Kiosk',
    webPreferences: {
      preload: preloadPath,
      session,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      backgroundThrottling: false,
      devTools: windowed && !isPackaged,
    },
  };
}
