/** The `kioskctl print` commands of slips whose facts come from outside. */
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { ticketSchema } from '../../contract/queue.ts';
import { apologyFactsSchema } from '../../core/printing/slips/apology-facts.ts';
import { appointmentFactsSchema } from '../../core/printing/slips/appointment-facts.ts';
import { composeApology } from '../../core/printing/slips/compose-apology.ts';
import { composeAppointment } from '../../core/printing/slips/compose-appointment.ts';
import { composeDossierStatus } from '../../core/printing/slips/compose-dossier-status.ts';
import { composeReceipt } from '../../core/printing/slips/compose-receipt.ts';
import { composeSlip } from '../../core/printing/slips/compose-slip.ts';
import { composeUpdateReport } from '../../core/printing/slips/compose-update-report.ts';
import { dossierStatusFactsSchema } from '../../core/printing/slips/dossier-status-facts.ts';
import { receiptFactsSchema } from '../../core/printing/slips/receipt-facts.ts';
import { updateReportFactsSchema } from '../../core/printing/slips/update-report-facts.ts';
import { type CatalogueOption, createCatalogueOption, withCatalogue } from '../catalogue-option.ts';
import type { CliContext } from '../cli-context.ts';
import { createDataCommand } from './data-command.ts';
import { lastUpdateFacts } from './last-update-facts.ts';
import { createPaymentCommand } from './payment-command.ts';
import { slipExamples } from './slip-examples.ts';
import { caseIdOf, createSlipSources, procedureOf } from './slip-sources.ts';

const dossierFactsSchema = z.discriminatedUnion('form', [receiptFactsSchema, dossierStatusFactsSchema], {
  error: '"form" must be "receipt" or "status"',
});

interface TicketOptions extends CatalogueOption {
  readonly checklist?: string;
  readonly case?: string;
}

/** In the order of the help. */
export function createDataCommands(context: CliContext): Command[] {
  return [
    createDataCommand(
      {
        name: 'ticket',
        description: 'a queue ticket, with the papers of a procedure below it where one is named',
        schema: ticketSchema,
        examples: slipExamples.ticket,
        addOptions: (command) =>
          command
            .option('--checklist <code>', 'procedure whose papers stand below the number')
            .option('--case <n>', "number of the citizen's case of that procedure, from 1")
            .addOption(createCatalogueOption(context)),
        compose: async (ticket, desk, options: TicketOptions) => {
          const { language, large } = desk.moment;
          const request = { kind: 'ticket', visit: 'kioskctl', number: ticket.number, language, large } as const;
          const { checklist, catalogue: folder } = options;
          if (checklist === undefined) {
            const sources = createSlipSources(desk, null, ticket);
            return composeSlip({ ...request, checklist: null }, sources, desk.heightOf);
          }
          return await withCatalogue(folder, (catalogue) => {
            const procedure = procedureOf(catalogue, folder, checklist);
            const papers = { code: procedure.code, caseId: caseIdOf(procedure, options.case) };
            const sources = createSlipSources(desk, catalogue, ticket);
            return Promise.resolve(composeSlip({ ...request, checklist: papers }, sources, desk.heightOf));
          });
        },
      },
      context,
    ),
    createDataCommand(
      {
        name: 'appointment',
        description: 'an appointment slip (phiếu hẹn)',
        schema: appointmentFactsSchema,
        examples: slipExamples.appointment,
        compose: (facts, { moment, heightOf }) => composeAppointment(facts, moment, heightOf),
      },
      context,
    ),
    createDataCommand(
      {
        name: 'dossier',
        description: 'a copy of the receipt (Mẫu số 01), or how a dossier stands',
        schema: dossierFactsSchema,
        examples: slipExamples.dossier,
        compose: (facts, { moment, heightOf }) =>
          facts.form === 'receipt'
            ? composeReceipt(facts, moment, heightOf)
            : composeDossierStatus(facts, moment, heightOf),
      },
      context,
    ),
    createDataCommand(
      {
        name: 'apology',
        description: 'a copy of the apology for a late result (Mẫu số 04)',
        schema: apologyFactsSchema,
        examples: slipExamples.apology,
        compose: (facts, { moment, heightOf }) => composeApology(facts, moment, heightOf),
      },
      context,
    ),
    createPaymentCommand(context),
    createDataCommand(
      {
        name: 'update-report',
        description: 'what a catalogue update changed, for staff',
        schema: updateReportFactsSchema,
        examples: slipExamples['update-report'],
        addOptions: (command) =>
          command.option(
            '--kiosk <dir>',
            'tell of the last update of the kiosk with this data folder, instead of --data',
          ),
        factsOf: ({ kiosk }: { readonly kiosk?: string }) =>
          kiosk === undefined
            ? null
            : lastUpdateFacts({
                dataFolder: resolve(kiosk),
                bundledFolder: join(context.projectFolder, 'dist', 'catalogue'),
                logger: context.logger,
              }),
        compose: (facts, { moment, heightOf }) => composeUpdateReport(facts, moment, heightOf),
      },
      context,
    ),
  ];
}
