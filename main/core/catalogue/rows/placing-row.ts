/** The row `placing`: what decides in which profile a procedure stands, so that a kiosk needs no rules of its own for it. */
import { z } from 'zod';
import { procedureCodeSchema } from '../../../contract/procedure.ts';
import type { Placing } from '../import/placing.ts';

const names = z.array(z.string().min(1).max(200)).max(2000);

export const placingRowSchema = z.strictObject({
  askedFor: z.array(procedureCodeSchema).max(20_000),
  searchOnlyFields: names,
  businessFields: names,
});

/** `codes` are those of the rows: what the catalogue does not hold needs no place. */
export function placingRowOf({ askedFor, searchOnlyFields, businessFields }: Placing, codes: ReadonlySet<string>) {
  return {
    askedFor: [...askedFor].filter((code) => codes.has(code)).sort(),
    searchOnlyFields: [...searchOnlyFields].sort(),
    businessFields: [...businessFields].sort(),
  } satisfies z.infer<typeof placingRowSchema>;
}

export function placingOfRow(row: z.infer<typeof placingRowSchema>): Placing {
  return {
    askedFor: new Set(row.askedFor),
    searchOnlyFields: new Set(row.searchOnlyFields),
    businessFields: new Set(row.businessFields),
  };
}
