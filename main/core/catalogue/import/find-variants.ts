/** Which provincial rules repeat a national procedure: the own province's replaces it, the others only stand beside it (docs/catalogue.md §2). */
import type { Procedure } from '../../../contract/procedure.ts';
import { nameKey } from './fold-text.ts';

export type NamedProcedure = Pick<Procedure, 'code' | 'name' | 'level' | 'issuer'>;

/** One name stands for different procedures at different levels. */
const keyOf = ({ name, level }: NamedProcedure) => `${level} ${nameKey(name)}`;

/** Code of a provincial record → code of the national one of the same name. In the export of July 2026 about 75 of level xã. */
export function findVariants(procedures: Iterable<NamedProcedure>): ReadonlyMap<string, string> {
  const nationalByKey = new Map<string, string>();
  const provincial: NamedProcedure[] = [];
  for (const procedure of procedures) {
    if (procedure.issuer.scope === 'province') provincial.push(procedure);
    else nationalByKey.set(keyOf(procedure), procedure.code);
  }
  return new Map(
    provincial.flatMap((procedure) => {
      const national = nationalByKey.get(keyOf(procedure));
      return national === undefined ? [] : [[procedure.code, national] as const];
    }),
  );
}

/** National codes that the own province's rule replaces → the code that replaces them. Empty where the province is not told. */
export function findReplaced(
  procedures: Iterable<NamedProcedure>,
  ownProvince: string | null,
): ReadonlyMap<string, string> {
  const all = [...procedures];
  const own = new Set(
    all.filter(({ issuer }) => issuer.scope === 'province' && issuer.province === ownProvince).map(({ code }) => code),
  );
  return new Map(
    [...findVariants(all)].filter(([code]) => own.has(code)).map(([code, national]) => [national, code] as const),
  );
}
