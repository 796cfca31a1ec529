/** Small catalogues as rows, and publishing them. */
import { type CatalogueRows, sortedRows } from '../../../main/core/catalogue/rows/catalogue-rows.ts';
import { type PublishOrder, publishRelease } from '../../../main/core/publishing/publish-release.ts';
import { verifyRepository } from '../../../main/core/publishing/verify-repository.ts';
import type { PublishingWorld } from './publishing-world.ts';

const about = {
  number: 0,
  dataDate: '2026-07-01',
  profile: 'ward',
  levels: null,
  province: null,
  sources: ['x.jsonl'],
};

/** Sixty procedures; the first costs `feeVnd`. */
export function rowsWithFee(feeVnd: number): CatalogueRows {
  const procedures = Array.from({ length: 60 }, (_, place) => {
    const code = `1.${String(place).padStart(6, '0')}`;
    // Noise keeps the packed snapshot longer than a delta of one fee.
    const noise = Array.from(
      { length: 12 },
      (__, piece) => ((place + 1) * (piece + 7) * 2_654_435_761) % 4_294_967_291,
    );
    return [`procedure/${code}`, JSON.stringify({ code, feeVnd: place === 0 ? feeVnd : 0, noise })] as const;
  });
  return sortedRows([['about', JSON.stringify(about)], ...procedures]);
}

export const plainReport: PublishOrder['changeReport'] = (from, to) => `<!doctype html>${from.size} → ${to.size}`;

export async function publishRows(world: PublishingWorld, rows: CatalogueRows, changes: Partial<PublishOrder> = {}) {
  const order = { rows, changeReport: plainReport, keep: 30, again: false, number: null, restores: null, ...changes };
  return publishRelease(world.repository, order, await world.signing());
}

export function faultsOf({ repository, clock, firstRoot }: PublishingWorld, isExport = false): readonly string[] {
  return verifyRepository(repository, { trustedRoot: firstRoot, nowMs: clock.nowMs(), isExport }).faults;
}
