/** `kioskctl print payment`: only what such a slip looks like. Whom to pay, and how much, never comes from a file on this machine. */
import { Command, Option } from 'commander';
import { KioskError } from '../../contract/error.ts';
import { composePayment } from '../../core/printing/slips/compose-payment.ts';
import type { CliContext } from '../cli-context.ts';
import { printSlips } from './print-slips.ts';
import { slipExamples } from './slip-examples.ts';
import { addSlipOptions, type SlipOptions } from './slip-options.ts';

interface PaymentOptions extends SlipOptions {
  readonly data?: string;
  readonly example?: true;
}

export function createPaymentCommand(context: CliContext): Command {
  const command = new Command('payment')
    .description('a sample of the slip with a QR to pay a fee by (VietQR), marked as one')
    .option('--example', 'print the sample; its bank is invented, so nobody can pay by it')
    // Heard so that whoever knows it from other slips is told why it is not taken here.
    .addOption(new Option('--data <file>').hideHelp());
  return addSlipOptions(command, context).action(async (options: PaymentOptions) => {
    if (options.data !== undefined) {
      throw new KioskError(
        'invalid-request',
        'A payment slip is never made from a file: payee and amount come from the portal or a signed release alone, ' +
          'so that nobody at this machine can put an account of their own on it. The kiosk prints it once the dossier ' +
          'is proved. --example prints a sample.',
      );
    }
    if (options.example === undefined) {
      throw new KioskError('invalid-request', 'Only a sample can be printed here: --example.');
    }
    await printSlips(options, context, ({ moment, heightOf }) => [
      composePayment({ ...slipExamples.payment.payment, isSample: true }, moment, heightOf),
    ]);
  });
}
