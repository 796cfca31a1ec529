/** Which slip is which job's: each job has a procedure of its own, whose code stands on the slip as a QR code. */

/** The journal keeps the last 500. */
export const mostJobs = 480;

export function codeOfJob(job: number): string {
  return `9.${String(job).padStart(6, '0')}`;
}

/** Null where the text is no link to one of them. */
export function jobOfLink(link: string): number | null {
  const [, digits] = /[=/]9\.(\d{6})$/u.exec(link) ?? [];
  return digits === undefined ? null : Number(digits);
}
