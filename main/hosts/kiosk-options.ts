/** What every shell is told on its command line, already checked. */
export interface KioskOptions {
  /** Null: the configuration that comes with the kiosk. */
  readonly configurationPath: string | null;
  readonly catalogueFolder: string;
  readonly dataFolder: string;
}
