/** Chromium's command line: full screen, no gestures out of the page, nothing asked of the network, nothing kept. */

export interface ChromiumArgumentsOptions {
  /** Empty at each start. */
  readonly profileFolder: string;
  /** An ordinary window instead of the full screen. */
  readonly windowed: boolean;
  /** Chromium refuses to run as root with its sandbox. */
  readonly withoutSandbox: boolean;
}

const always = [
  '--remote-debugging-pipe',
  // Nothing at the start but the page: no welcome, no questions, no bubbles over it.
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-crash-restore-bubble',
  '--noerrdialogs',
  '--deny-permission-prompts',
  '--disable-notifications',
  '--disable-extensions',
  '--disable-default-apps',
  '--password-store=basic',
  // Nothing goes to the network: no updates, no reports, no look-ups; the page is on this machine.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--metrics-recording-only',
  '--no-pings',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  // Two fingers and a swipe from the edge must not zoom or leave the page.
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,GlobalMediaControls',
  // On Wayland (cage) without XWayland.
  '--ozone-platform-hint=auto',
  '--lang=vi',
];

export function chromiumArguments({ profileFolder, windowed, withoutSandbox }: ChromiumArgumentsOptions): string[] {
  return [
    ...always,
    `--user-data-dir=${profileFolder}`,
    ...(windowed ? ['--window-size=900,1200'] : ['--kiosk', '--start-fullscreen']),
    ...(withoutSandbox ? ['--no-sandbox'] : []),
    // The address of the page holds the token and is told over the pipe.
    'about:blank',
  ];
}
