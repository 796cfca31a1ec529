/** Puts kioskctl together. A new command is one file and one line here. */
import { Command } from 'commander';
import { createCatalogueBuildCommand } from './catalogue-build-command.ts';
import { createCatalogueDiffCommand } from './catalogue-diff-command.ts';
import { createCatalogueFactsCommand } from './catalogue-facts-command.ts';
import { createCatalogueInfoCommand } from './catalogue-info-command.ts';
import { createCatalogueLintCommand } from './catalogue-lint-command.ts';
import { createCatalogueTemplateCommand } from './catalogue-template-command.ts';
import type { CliContext } from './cli-context.ts';
import { createPrintCommand } from './print-command.ts';
import { createPrinterClearCommand } from './printer-clear-command.ts';
import { createPrinterListCommand } from './printer-list-command.ts';
import { createPrinterStatusCommand } from './printer-status-command.ts';
import { createPrinterTestCommand } from './printer-test-command.ts';
import { createKeysCommand } from './publishing/keys-command.ts';
import { createOverlayCommand } from './publishing/overlay-command.ts';
import { createReleaseCommand } from './publishing/release-command.ts';
import { createTrustCommand } from './publishing/trust-command.ts';
import { createPushCommand } from './push-command.ts';
import { createScannerListCommand } from './scanner-list-command.ts';
import { createScannerMonitorCommand } from './scanner-monitor-command.ts';
import { createScannerParseCommand } from './scanner-parse-command.ts';
import { createSearchCommand } from './search-command.ts';
import { createShowCommand } from './show-command.ts';
import { createStaffAuditCommand } from './staff-audit-command.ts';
import { createStaffSetPinCommand } from './staff-set-pin-command.ts';
import { createStatusCommand } from './status-command.ts';
import { createTicketsCommand } from './tickets-command.ts';
import { createUpdateCommand } from './update-command.ts';

export function createKioskctl(context: CliContext): Command {
  const catalogue = new Command('catalogue')
    .description('build and examine catalogues')
    .addCommand(createCatalogueBuildCommand(context))
    .addCommand(createCatalogueInfoCommand(context))
    .addCommand(createCatalogueFactsCommand(context))
    .addCommand(createCatalogueTemplateCommand(context))
    .addCommand(createCatalogueDiffCommand(context))
    .addCommand(createCatalogueLintCommand(context));
  const printer = new Command('printer')
    .description('look after the printer')
    .addCommand(createPrinterStatusCommand(context))
    .addCommand(createPrinterTestCommand(context))
    .addCommand(createPrinterClearCommand(context))
    .addCommand(createPrinterListCommand(context));
  const scanner = new Command('scanner')
    .description('look after the barcode and QR reader')
    .addCommand(createScannerListCommand(context))
    .addCommand(createScannerMonitorCommand(context))
    .addCommand(createScannerParseCommand(context));
  const staff = new Command('staff')
    .description('the staff screen: its PIN, and what was done')
    .addCommand(createStaffSetPinCommand(context))
    .addCommand(createStaffAuditCommand(context));
  const kioskctl = new Command('kioskctl')
    // An option belongs to the command it follows, also where the command above has one of that name.
    .enablePositionalOptions()
    .description('Looks after a procedure kiosk: its catalogue, its search, its printer, its reader, its queue.')
    .addCommand(catalogue)
    .addCommand(createKeysCommand(context))
    .addCommand(createReleaseCommand(context))
    .addCommand(createOverlayCommand(context))
    .addCommand(createTrustCommand(context))
    .addCommand(createShowCommand(context))
    .addCommand(createSearchCommand(context))
    .addCommand(createPrintCommand(context))
    .addCommand(printer)
    .addCommand(scanner)
    .addCommand(createStatusCommand(context))
    .addCommand(createTicketsCommand(context))
    .addCommand(createUpdateCommand(context))
    .addCommand(createPushCommand(context))
    .addCommand(staff)
    .addHelpText(
      'after',
      `
Examples:
  kioskctl catalogue build data/catalogue --out dist/catalogue
  kioskctl catalogue build national-catalogue-2026-07.jsonl.gz data/catalogue --out /srv/kiosk/catalogue
  kioskctl catalogue template --out phuong.xlsx
  kioskctl catalogue diff dist/catalogue /srv/kiosk/catalogue --html changes.html
  kioskctl catalogue lint dist/catalogue
  kioskctl keys init --dir keys --repo /srv/kiosk/releases
  kioskctl release publish dist/catalogue --repo /srv/kiosk/releases --keys keys
  kioskctl trust trusted-root.json
  kioskctl overlay edit ben-thanh.json --notice "Hệ thống hộ tịch tạm dừng" --until 16:30
  kioskctl search "dang ky khai sinh" --limit 5
  kioskctl search gaps
  kioskctl show 1.001193
  kioskctl print checklist 1.001193 --png slip.png
  kioskctl printer list
  kioskctl printer status
  kioskctl printer test --to usb:/dev/usb/lp0 --profile generic-80
  kioskctl scanner list
  kioskctl scanner monitor --target serial:/dev/ttyACM0
  kioskctl scanner parse 000.00.01.H29-240115-0001
  kioskctl status
  kioskctl tickets today
  kioskctl update
  kioskctl release rollback
  kioskctl push /srv/kiosk/releases --to 192.168.1.21:9465 --token-file push.token
  kioskctl staff set-pin

Exit code: 0 done, 1 failed (the reason is on standard error), 2 wrongly used.`,
    );
  settleCommand(kioskctl, context);
  return kioskctl;
}

/** Commands made apart do not inherit settings, so each gets them: no exit from inside, output through the context. */
function settleCommand(command: Command, context: CliContext): void {
  command
    .exitOverride()
    .helpCommand(false)
    .showHelpAfterError(`(see ${nameOf(command)} --help)`)
    .configureOutput({
      writeOut: (text) => void context.print(text),
      writeErr: (text) => context.notice(text),
      getOutHelpWidth: () => context.columns,
      getErrHelpWidth: () => context.columns,
    });
  for (const child of command.commands) {
    settleCommand(child, context);
  }
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}
