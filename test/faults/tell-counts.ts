/** Tells what was counted in a whole run (`npm run test:faults`), for docs/printing.md; `npm test` stays quiet. */
export function tellCounts(what: string, counts: ReadonlyMap<string, number>): void {
  if (process.env['KIOSK_FAULTS'] === 'all') {
    const sums = Array.from(counts, ([outcome, count]) => `${count} ${outcome}`);
    process.stderr.write(`${what}: ${sums.join('; ')}\n`);
  }
}
