/** How a command ends with another exit code than 0 although it answered, e.g. because what it answered is not well. */

/** Thrown as the last thing a command does; nothing more is written for it. */
export class ExitStatus extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`exit code ${exitCode}`);
    this.name = 'ExitStatus';
    this.exitCode = exitCode;
  }
}
