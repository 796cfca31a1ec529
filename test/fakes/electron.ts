/**
 * Stands in for Electron, whose package starts a download under plain Node (vitest aliases `electron` to this file).
 * Each method used by the shell has the signature of electron.d.ts; each test makes an Electron of its own.
 */
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { ElectronParts } from '../../main/hosts/electron/run-host.ts';

type Method<T, K extends keyof T> = T[K];

export class FakePort
  extends EventEmitter
  implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  readonly sent: unknown[] = [];
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  start(): void {
    this.emit('started');
  }
  close(): void {
    this.emit('close');
  }
}

export class FakeFrame implements Pick<Electron.WebFrameMain, 'origin' | 'postMessage'> {
  origin = 'kiosk://page';
  readonly posted: { readonly channel: string; readonly message: unknown; readonly ports: readonly unknown[] }[] = [];
  postMessage(channel: string, message: unknown, ports: Electron.MessagePortMain[] = []): void {
    this.posted.push({ channel, message, ports });
  }
}

export class FakeWebContents
  extends EventEmitter
  implements Pick<Electron.WebContents, 'setWindowOpenHandler' | 'setZoomLevel' | 'send' | 'postMessage'>
{
  mainFrame = new FakeFrame();
  windowOpenHandler: ((details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse) | null = null;
  zoomLevel = 0;
  /** Whatever is sent to the page past the port. */
  readonly sentPast: unknown[] = [];
  setWindowOpenHandler(handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse): void {
    this.windowOpenHandler = handler;
  }
  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }
  send(...message: unknown[]): void {
    this.sentPast.push(message);
  }
  postMessage(...message: unknown[]): void {
    this.sentPast.push(message);
  }
}

export class FakeWindow
  extends EventEmitter
  implements Pick<Electron.BrowserWindow, 'loadURL' | 'show' | 'destroy' | 'isDestroyed'>
{
  readonly webContents = new FakeWebContents();
  readonly loaded: string[] = [];
  isShown = false;
  private gone = false;
  readonly options: Electron.BrowserWindowConstructorOptions;
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }
  show(): void {
    this.isShown = true;
  }
  destroy(): void {
    this.gone = true;
    this.emit('closed');
  }
  isDestroyed(): boolean {
    return this.gone;
  }
}

export class FakeChild extends EventEmitter implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill'> {
  readonly posted: { readonly message: unknown; readonly ports: readonly unknown[] }[] = [];
  readonly modulePath: string;
  readonly options: Electron.ForkOptions | undefined;
  constructor(modulePath: string, options: Electron.ForkOptions | undefined) {
    super();
    this.modulePath = modulePath;
    this.options = options;
  }
  postMessage(message: unknown, ports: Electron.MessagePortMain[] = []): void {
    this.posted.push({ message, ports });
    if (typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'stop') {
      this.emit('exit', 0);
    }
  }
  kill(): boolean {
    return this.emit('exit', 9);
  }
}

type SessionHandlers = Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setBluetoothPairingHandler'
  | 'setCertificateVerifyProc'
  | 'setSpellCheckerEnabled'
>;

export class FakeSession extends EventEmitter implements SessionHandlers {
  permissionRequest: Parameters<Method<Electron.Session, 'setPermissionRequestHandler'>>[0] = null;
  permissionCheck: Parameters<Method<Electron.Session, 'setPermissionCheckHandler'>>[0] = null;
  devicePermission: Parameters<Method<Electron.Session, 'setDevicePermissionHandler'>>[0] = null;
  displayMedia: Parameters<Method<Electron.Session, 'setDisplayMediaRequestHandler'>>[0] = null;
  bluetoothPairing: Parameters<Method<Electron.Session, 'setBluetoothPairingHandler'>>[0] = null;
  certificateVerify: Parameters<Method<Electron.Session, 'setCertificateVerifyProc'>>[0] = null;
  isSpellChecking = true;
  beforeRequest:
    | ((
        details: Electron.OnBeforeRequestListenerDetails,
        callback: (answer: Electron.CallbackResponse) => void,
      ) => void)
    | null = null;
  readonly handledSchemes = new Map<string, Parameters<Method<Electron.Protocol, 'handle'>>[1]>();
  readonly protocol: Pick<Electron.Protocol, 'handle'> = {
    handle: (scheme, handler) => {
      this.handledSchemes.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<FakeSession['beforeRequest']>): void => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: FakeSession['permissionRequest']): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: FakeSession['permissionCheck']): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: FakeSession['devicePermission']): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(handler: FakeSession['displayMedia']): void {
    this.displayMedia = handler;
  }
  setBluetoothPairingHandler(handler: FakeSession['bluetoothPairing']): void {
    this.bluetoothPairing = handler;
  }
  setCertificateVerifyProc(handler: FakeSession['certificateVerify']): void {
    this.certificateVerify = handler;
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.isSpellChecking = enable;
  }
}

type AppMethods = Pick<
  Electron.App,
  'requestSingleInstanceLock' | 'enableSandbox' | 'whenReady' | 'exit' | 'isPackaged' | 'setPath' | 'getAppPath'
>;

export class FakeApp extends EventEmitter implements AppMethods {
  isPackaged = true;
  isFirstInstance = true;
  isSandboxed = false;
  readonly exitCodes: (number | undefined)[] = [];
  readonly paths = new Map<string, string>();
  requestSingleInstanceLock(): boolean {
    return this.isFirstInstance;
  }
  enableSandbox(): void {
    this.isSandboxed = true;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  exit(code?: number): void {
    this.exitCodes.push(code);
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  getAppPath(): string {
    return '/app';
  }
}

export interface FakeElectron {
  readonly parts: ElectronParts;
  readonly app: FakeApp;
  readonly session: FakeSession;
  /** In order of creation. */
  readonly windows: readonly FakeWindow[];
  readonly children: readonly FakeChild[];
  readonly channels: readonly { readonly port1: FakePort; readonly port2: FakePort }[];
  readonly partitions: readonly string[];
  readonly privilegedSchemes: readonly Electron.CustomScheme[];
  readonly menus: readonly unknown[];
  readonly blockedSleep: readonly string[];
}

export function createFakeElectron(): FakeElectron {
  const fakeApp = new FakeApp();
  const fakeSession = new FakeSession();
  const windows: FakeWindow[] = [];
  const children: FakeChild[] = [];
  const channels: { port1: FakePort; port2: FakePort }[] = [];
  const partitions: string[] = [];
  const privilegedSchemes: Electron.CustomScheme[] = [];
  const menus: unknown[] = [];
  const blockedSleep: string[] = [];
  const parts = {
    app: fakeApp,
    BrowserWindow: class extends FakeWindow {
      constructor(options: Electron.BrowserWindowConstructorOptions) {
        super(options);
        windows.push(this);
        fakeApp.emit('web-contents-created', {}, this.webContents);
      }
    },
    Menu: { setApplicationMenu: (menu: unknown) => menus.push(menu) },
    MessageChannelMain: class {
      readonly port1 = new FakePort();
      readonly port2 = new FakePort();
      constructor() {
        channels.push(this);
      }
    },
    powerSaveBlocker: { start: (type: string) => blockedSleep.push(type) },
    protocol: { registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => privilegedSchemes.push(...schemes) },
    session: {
      fromPartition: (partition: string) => {
        partitions.push(partition);
        return fakeSession;
      },
    },
    utilityProcess: {
      fork: (modulePath: string, _argumentList?: string[], options?: Electron.ForkOptions) => {
        const child = new FakeChild(modulePath, options);
        children.push(child);
        return child;
      },
    },
  };
  return {
    // The classes above are the parts the shell uses of Electron's far larger ones; each is checked against its own by `implements`.
    parts: parts as unknown as ElectronParts,
    app: fakeApp,
    session: fakeSession,
    windows,
    children,
    channels,
    partitions,
    privilegedSchemes,
    menus,
    blockedSleep,
  };
}

/** What a module gets that imports `electron` by name. */
export const fakeElectron = createFakeElectron();
export const { app, BrowserWindow, Menu, MessageChannelMain, powerSaveBlocker, protocol, session, utilityProcess } =
  fakeElectron.parts;
/** Nobody may listen here: the shell takes no message from the page. */
export const ipcMain = new EventEmitter();
export const ipcRenderer = new EventEmitter();
