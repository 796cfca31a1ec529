/** What the core needs from the world. Adapters implement these; tests use the fakes in test/fakes. */
import type { SlipImage, SlipLayout } from './printing/slip-layout.ts';

export interface Clock {
  /** UTC epoch in milliseconds. */
  nowMs(): number;
}

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
  /** Errors: `printer-unreachable`. */
  open(): Promise<PrinterConnection>;
}

export interface PrinterConnection {
  /**
   * Resolves when the device has taken all bytes. Errors: `printer-timeout`, `printer-unreachable`; `bytesAccepted`
   * tells how many had left by then.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Bytes handed to the device so far. */
  readonly bytesAccepted: number;
  /** What the printer sends back, e.g. status bytes. */
  onData(listener: (bytes: Uint8Array) => void): void;
  onClose(listener: () => void): void;
  /** Resolves when no handle or socket is left. */
  close(): Promise<void>;
}

/** Draws a slip as data into dots (the canvas lives in an adapter). */
export interface SlipRasteriser {
  rasterise(layout: SlipLayout, widthDots: number): SlipImage;
  /** 1-bit grey PNG of the same dots. */
  toPng(image: SlipImage): Uint8Array;
}

/** A barcode or QR reader. It reconnects by itself; being unplugged is a state, not an error. */
export interface ScannerSource {
  /** As written in the configuration, e.g. `serial:/dev/ttyACM0`. */
  readonly target: string;
  /** Raw bytes as they come, in pieces of any size. `connected` tells each change of the cable. */
  start(listeners: { onBytes(bytes: Uint8Array): void; onConnected(connected: boolean): void }): void;
  stop(): Promise<void>;
}
