/** Passphrases of key files: from KIOSK_KEY_PASSPHRASE, or typed unseen at the terminal; never on the command line. */
import { KioskError } from '../../contract/error.ts';
import type { AskPassphrase } from '../../core/publishing/key-folder.ts';
import { shortKeyId } from '../../core/publishing/role-signers.ts';
import type { CliContext } from '../cli-context.ts';
import { isTerminal, openUnseenInput, type UnseenInput } from '../read-secret.ts';

const variable = 'KIOSK_KEY_PASSPHRASE';
const leastCharacters = 12;
const mostAttempts = 3;

export interface PassphraseSource {
  /** For keys that are there. */
  readonly ask: AskPassphrase;
  /** Those that opened a key so far. */
  readonly known: string[];
  /** For new ones: asked for twice. Errors: `invalid-request`. */
  readonly choose: (forWhat: string) => Promise<string>;
}

export const passphraseHelp = `The passphrase is asked for without being shown, or taken from ${variable}.`;

/** Whatever `work` returns; the terminal is given back either way. */
export async function withPassphrases<T>(
  context: CliContext,
  work: (source: PassphraseSource) => Promise<T>,
): Promise<T> {
  const given = process.env[variable];
  if (given !== undefined && given !== '') {
    return work(givenSource(given, context));
  }
  const held: { input: UnseenInput | null } = { input: null };
  const ask = (question: string): Promise<string> => {
    if (!isTerminal(context.input)) {
      throw new KioskError(
        'invalid-request',
        `Standard input is no terminal to ask for a passphrase at; give it in ${variable}. Nothing was changed.`,
      );
    }
    held.input ??= openUnseenInput(context.input, context);
    return held.input.ask(question);
  };
  try {
    return await work(askedSource(ask));
  } finally {
    held.input?.close();
  }
}

function givenSource(passphrase: string, context: CliContext): PassphraseSource {
  return {
    known: [],
    ask: ({ file, keyId }, attempt) => {
      if (attempt === 1) {
        return Promise.resolve(passphrase);
      }
      context.notice(`${variable} does not open the key ${shortKeyId(keyId)} (${file.role}); it is left out.\n`);
      return Promise.resolve(null);
    },
    choose: () => {
      requireStrong(passphrase);
      return Promise.resolve(passphrase);
    },
  };
}

function askedSource(ask: (question: string) => Promise<string>): PassphraseSource {
  return {
    known: [],
    ask: async ({ file, keyId }, attempt) => {
      const name = `the key ${shortKeyId(keyId)} (${file.role})`;
      if (attempt > mostAttempts) {
        throw new KioskError('key-refused', `Three passphrases did not open ${name}; nothing was changed.`);
      }
      const wrong = attempt === 1 ? '' : 'That is not the one. ';
      const typed = await ask(`${wrong}Passphrase of ${name}, Enter to leave it out: `);
      return typed === '' ? null : typed;
    },
    choose: async (forWhat) => {
      const passphrase = await ask(
        `New passphrase for ${forWhat} (${leastCharacters} characters or more, not shown): `,
      );
      requireStrong(passphrase);
      if ((await ask('The same once more: ')) !== passphrase) {
        throw new KioskError('invalid-request', 'The two are not the same; nothing was changed.');
      }
      return passphrase;
    },
  };
}

function requireStrong(passphrase: string): void {
  if (Array.from(passphrase).length < leastCharacters) {
    throw new KioskError(
      'invalid-request',
      `A passphrase has ${leastCharacters} characters or more; several words do well. Nothing was changed.`,
    );
  }
}
