/** What the core needs from the world. Adapters implement these; tests use the fakes in test/fakes. */
import type { KioskStatus } from '../contract/status.ts';
import type { Transport } from '../contract/transport.ts';
import type { UpdateOutcome } from '../contract/updates.ts';
import type { PlacedText, SlipFont } from './printing/typesetting/placed-slip.ts';
import type { SlipImage, SlipLayout } from './printing/typesetting/slip-layout.ts';

export { PortalFetchError, type PortalFetchReason } from './portal/portal-fetch-error.ts';
export type { PrinterProfile } from './printer-profile.ts';
export type { JobFrame } from './printing/device/encode-job.ts';
export type { PrinterTarget } from './printing/device/printer-target.ts';
export type { PlacedText, SlipFont } from './printing/typesetting/placed-slip.ts';
export type { SlipImage, SlipLayout } from './printing/typesetting/slip-layout.ts';
export { CatalogueMakingError } from './releases/catalogue-making-error.ts';
export { RepositoryFetchError, type RepositoryFetchReason } from './releases/repository-fetch-error.ts';

export interface Clock {
  /** UTC epoch in milliseconds. */
  nowMs(): number;
}

/** Calls back once, later; returns how to call it off. */
export type ScheduleAfter = (delayMs: number, action: () => void) => () => void;

/** Fields hold plain facts for staff: never personal data, never a raw scan. */
export interface Logger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** The cable to a printer. */
export interface PrinterTransport {
  /** As written in the configuration, e.g. `tcp://192.168.1.20:9100`. */
  readonly target: string;
  /**
   * `device`: one connection serves many jobs and is kept open. `file`: one job a connection; it is whole once `close`
   * resolves and not there at all before.
   */
  readonly kind: 'device' | 'file';
  /** Errors: `printer-unreachable` (also not there, held by another program), `printer-refused` (no right to it), `printer-timeout`. */
  open(): Promise<PrinterConnection>;
}

export interface WriteLimits {
  /** For all of these bytes; default 60,000. */
  readonly totalMs?: number;
  /** Without a single byte being taken, e.g. because the paper is out and the printer's buffer full; default: the transport's own. */
  readonly stallMs?: number;
}

export interface PrinterConnection {
  /** False where nothing can ever come back (a file, a named pipe); such a printer is asked nothing. */
  readonly answers: boolean;
  /**
   * Resolves when the device has taken all bytes. Errors: `printer-timeout`, `printer-unreachable`; `bytesAccepted` tells
   * how many had left by then, and the connection is of no further use.
   */
  write(bytes: Uint8Array, limits?: WriteLimits): Promise<void>;
  /** Bytes handed to the device so far: from then on they may be on the paper. */
  readonly bytesAccepted: number;
  /** What the printer sends back, e.g. status bytes. One listener; what came before it was set is handed to it first. */
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Called once, also when it was called after the end: the cable was pulled, the printer hung up, `close` or `abort`. */
  onClose(listener: () => void): void;
  /**
   * Says goodbye and resolves when the device has taken leave too. Errors as `write`; either way no handle or socket is
   * left then.
   */
  close(): Promise<void>;
  /** Lets go at once, whatever is under way; what a `file:` was given is dropped. */
  abort(): void;
}

/** Knows the letters: how wide they are and what they look like (the canvas lives in an adapter). */
export interface TextPainter {
  /** Advance width in dots. */
  widthOf(text: string, font: SlipFont): number;
  /** The ink of the texts alone, as `SlipImage.bits`. */
  paint(texts: readonly PlacedText[], widthDots: number, heightDots: number): Uint8Array;
}

/** Draws a slip as data into dots; `createSlipRasteriser` makes one from a painter. */
export interface SlipRasteriser {
  /** Height of the elements in dots without the slip's margins; heights of parts (of the same size of print) add up. */
  measure(layout: SlipLayout, widthDots: number): number;
  rasterise(layout: SlipLayout, widthDots: number): SlipImage;
  /** 1-bit grey PNG of the same dots. */
  toPng(image: SlipImage): Uint8Array;
}

export interface ScannerListeners {
  /** Raw, as they come, in pieces of any size. */
  readonly onBytes: (bytes: Uint8Array) => void;
  /** Each change of the cable, and each new reason why there is none; `reason` is for staff, null while it is connected. */
  readonly onConnected: (isConnected: boolean, reason: string | null) => void;
}

/** A barcode or QR reader. It reconnects by itself; being unplugged is a state, not an error. */
export interface ScannerSource {
  /** As written in the configuration, e.g. `serial:/dev/ttyACM0`. */
  readonly target: string;
  /** Once. Tells nothing any more once `stop` was called. */
  start(listeners: ScannerListeners): void;
  /**
   * Whether the cable is there at this very moment. Asked before a scan is told that nothing but silence ended: a pulled
   * cable is silent, too, and noticed only later.
   */
  isPresent(): boolean;
  stop(): Promise<void>;
}

/** Where IT staff's tools reach a running kiosk. Whoever can open it is staff: the operating system decides that. */
export interface StaffDoor {
  /** Opens it and hands over each tool that comes. Error: `staff-door-unusable`; the kiosk runs without it then. */
  open(welcome: (transport: Transport) => void): Promise<void>;
  /** Sends everybody off; resolves when it is shut. Does nothing where it never opened. */
  close(): Promise<void>;
}

/** One exchange with the portal. The path is under the configured address, e.g. `v1/dossiers/…`. */
export interface PortalRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; null for none. */
  readonly body: string | null;
  /** For all of it, from the name's look-up to the last byte. */
  readonly timeoutMs: number;
  /** Longest body that is taken. */
  readonly maximumBytes: number;
}

export interface PortalResponse {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * The way to the portal: carries the kiosk's key, follows no redirect, and trusts no certificate that the system (or the
 * configured authority) does not vouch for; nothing switches that off.
 */
export interface PortalFetcher {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Errors: `PortalFetchError`. */
  exchange(request: PortalRequest): Promise<PortalResponse>;
  close(): Promise<void>;
}

/** One file of a release repository, or the rest of it. */
export interface RepositoryRequest {
  /** As `isRepositoryPath` knows it. */
  readonly path: string;
  /** Bytes that are there already from an earlier try, and the strong ETag that try was given; 0 and null to begin. */
  readonly offsetBytes: number;
  readonly etag: string | null;
  /** Longest file that is taken, in bytes, the part that is there already among them. */
  readonly maximumBytes: number;
  readonly signal: AbortSignal;
}

export interface RepositoryResponse {
  /** Where the body begins in the file: the offset asked for, or 0 where the server sends all of it anew. */
  readonly offsetBytes: number;
  /** Strong ETag for going on later; null where there is none. */
  readonly etag: string | null;
  /** Length of the whole file; null where the server does not say. */
  readonly totalBytes: number | null;
  /** Never longer than allowed. Errors while it is read: `RepositoryFetchError`. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** A release repository: over the network, on a stick, or as it was pushed. It is trusted for nothing: TUF decides. */
export interface ReleaseRepository {
  /** Errors: `RepositoryFetchError`. */
  fetch(request: RepositoryRequest): Promise<RepositoryResponse>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** What the worker is to make: rows of a catalogue (whole, or a former one and a delta), a sheet over them, database and index of it. */
export interface CatalogueOrder {
  /** Snapshot file: of the new release, or of the one the delta starts from. */
  readonly snapshotPath: string;
  /** SHA-256 (hex) over the rows of that snapshot. */
  readonly snapshotRowsSha256: string;
  readonly deltaPath: string | null;
  /** SHA-256 (hex) over the rows that must come out, and how many. */
  readonly rowsSha256: string;
  readonly maximumUnpackedBytes: number;
  /** The office's own sheet (JSON, verified); null for none. */
  readonly sheetPath: string | null;
  /** Not there yet; made whole and brought to the disk: catalogue.db, search-index.bin, snapshot. Nothing is left of a failure. */
  readonly outputFolder: string;
}

export interface MadeCatalogue {
  readonly version: string;
  readonly procedureCount: number;
  readonly durationMs: number;
}

export type CatalogueMakingReason =
  | 'wrong-hash'
  | 'wrong-content'
  | 'software-too-old'
  | 'disk-full'
  | 'too-large'
  | 'internal';

/** Makes catalogues away from the thread that serves citizens. */
export interface CatalogueMaker {
  /** Errors: `CatalogueMakingError`. One at a time. */
  make(order: CatalogueOrder, onShare: (share: number) => void): Promise<MadeCatalogue>;
  close(): Promise<void>;
}

/** Says when the network may have come back: a cable was plugged in, an address was given. */
export interface NetworkWatch {
  onReturn(listener: () => void): () => void;
}

/** What lies on sticks that look like ours. */
export interface StickWatch {
  /** Told of every stick with an exported release as it comes, and null for its folder as it goes. */
  start(listener: (stick: { readonly name: string; readonly repository: ReleaseRepository } | null) => void): void;
  close(): Promise<void>;
}

/** The door for pushed releases; it hands over repositories it has received whole and knows no more of them. */
export interface PushDoor {
  /** `take` answers what became of it. Error: `port-in-use`; the kiosk runs without it then. */
  open(
    take: (repository: ReleaseRepository) => Promise<UpdateOutcome>,
    state: () => { number: number; rowsSha256: string | null; rootVersion: number | null },
  ): Promise<void>;
  close(): Promise<void>;
}

/** Where measurements are read. */
export interface MetricsDoor {
  open(status: () => Promise<KioskStatus>): Promise<void>;
  close(): Promise<void>;
}
