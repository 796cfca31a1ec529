/** The project's own rules, loaded once for all tests of a file. */
import { fileURLToPath } from 'node:url';
import { loadImportRules } from '../../../main/core/catalogue/import/load-import-rules.ts';

export const projectRules = loadImportRules(fileURLToPath(new URL('../../../data', import.meta.url)));
