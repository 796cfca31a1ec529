/** The code of a dossier (mã hồ sơ): the shapes in use, and what is wrong with a text that is none (docs/scanning.md). */
import { z } from 'zod';

/**
 * Groups of letters and digits, a hyphen, the day as YYMMDD, a hyphen, the serial: `000.00.01.H29-240115-0001`,
 * `38.98.H29-210519-00031`, `T.MX.YYY.ZZ-YYMMDD-XXXX`, since 25/1/2026 `MX1X2.Y1Y2Y3.Z1Z2-YYMMDD-AAXXXX`
 * (TT 03/2025/TT-VPCP Đ13). Kept as scanned.
 */
const shape = /^[A-Z0-9]{1,6}(?:\.[A-Z0-9]{1,6}){1,5}-(\d{2})(\d{2})(\d{2})-[A-Z0-9]{1,4}\d{3,6}$/iu;

export const dossierCodeSchema = z
  .string()
  .max(40)
  .regex(shape)
  .refine((text) => isDay(shape.exec(text)));

function isDay(match: RegExpExecArray | null): boolean {
  const [, year = '', month = '', day = ''] = match ?? [];
  return z.iso.date().safeParse(`20${year}-${month}-${day}`).success;
}
