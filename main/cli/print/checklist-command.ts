/** `kioskctl print checklist <code…>` and `life-event <id>`: the slips of the catalogue, as a citizen would get them. */
import { Command } from 'commander';
import { KioskError } from '../../contract/error.ts';
import type { SlipRequest } from '../../contract/printing.ts';
import { composeSlip } from '../../core/printing/slips/compose-slip.ts';
import { type CatalogueOption, createCatalogueOption, withCatalogue } from '../catalogue-option.ts';
import type { CliContext } from '../cli-context.ts';
import { printSlips } from './print-slips.ts';
import { addSlipOptions, type SlipOptions } from './slip-options.ts';
import { caseIdOf, createSlipSources, procedureOf } from './slip-sources.ts';

type Options = SlipOptions & CatalogueOption;

const mostSlips = 20;

export function createChecklistCommand(context: CliContext): Command {
  const command = new Command('checklist')
    .description('the checklist of one procedure, or of several, one slip each')
    .argument('<code...>', 'procedure codes, e.g. 1.001193')
    .option('--case <n>', "number of the citizen's case, from 1; without it the papers of every case")
    .addOption(createCatalogueOption(context));
  return addSlipOptions(command, context).action(
    async (codes: readonly string[], options: Options & { readonly case?: string }) => {
      if (codes.length > 1 && options.case !== undefined) {
        throw new KioskError('invalid-request', '--case belongs to one procedure; name a single code with it.');
      }
      if (codes.length > mostSlips) {
        throw new KioskError('invalid-request', `At most ${mostSlips} checklists are printed at once.`);
      }
      await printSlips(options, context, (desk) =>
        withCatalogue(options.catalogue, (catalogue) => {
          const sources = createSlipSources(desk, catalogue, null);
          const { language, large } = desk.moment;
          const layouts = codes.map((text) => {
            const procedure = procedureOf(catalogue, options.catalogue, text);
            const caseId = caseIdOf(procedure, options.case);
            const request: SlipRequest = { kind: 'checklist', code: procedure.code, caseId, language, large };
            return composeSlip(request, sources, desk.heightOf);
          });
          return Promise.resolve(layouts);
        }),
      );
    },
  );
}

export function createLifeEventCommand(context: CliContext): Command {
  const command = new Command('life-event')
    .description('one slip for a whole life event: steps, deadlines, places, and the papers of all of it')
    .argument('<id>', 'life event, e.g. sinh-con')
    .option('--choose <code...>', 'procedures chosen at the stages that offer a choice', [])
    .addOption(createCatalogueOption(context));
  return addSlipOptions(command, context).action(
    (id: string, options: Options & { readonly choose: readonly string[] }) =>
      printSlips(options, context, (desk) =>
        withCatalogue(options.catalogue, (catalogue) => {
          if (catalogue.lifeEvent(id) === null) {
            const known = catalogue.lifeEvents().map((event) => event.id);
            const message = `The catalogue ${options.catalogue} holds no life event ${JSON.stringify(id)}; it has ${known.join(', ') || 'none'}.`;
            throw new KioskError('not-found', message);
          }
          const { language, large } = desk.moment;
          const request: SlipRequest = { kind: 'life-event', id, codes: [...options.choose], language, large };
          return Promise.resolve([composeSlip(request, createSlipSources(desk, catalogue, null), desk.heightOf)]);
        }),
      ),
  );
}
