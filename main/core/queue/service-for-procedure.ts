/** Which of the office's services a procedure is handed in at. */
import type { Procedure } from '../../contract/procedure.ts';
import type { ConfiguredService } from './queue-configuration.ts';

/**
 * A service that names the procedure wins, wherever the catalogue says it is handed in: the office knows best. By its field only
 * what is handed in here is taken, and the first service in the configured order: a number is no help for a paper that
 * goes to the police. Null where there is none.
 */
export function serviceForProcedure(
  services: readonly ConfiguredService[],
  { code, field, servedAt }: Pick<Procedure, 'code' | 'field' | 'servedAt'>,
): ConfiguredService | null {
  const named = services.find(({ procedures }) => procedures.includes(code));
  const ofField = servedAt === 'here' ? services.find(({ fields }) => fields.includes(field)) : undefined;
  return named ?? ofField ?? null;
}
