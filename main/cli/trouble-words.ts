/** What each trouble is and what to do about it, for staff at the terminal. docs/operations.md tells more. */
import type { Trouble } from '../contract/status.ts';
import type { UpdateFailure } from '../contract/updates.ts';

export const troubleWords: Readonly<Record<Trouble, string>> = {
  'printer-paper-out': 'The printer has no paper. Put in a new roll.',
  'printer-paper-low': 'The roll is near its end. Have a new one ready.',
  'printer-trouble': 'The printer needs a hand: its cover is open, its cutter is jammed, or it reports an error.',
  'printer-unreachable': 'The printer cannot be reached. Look at its power, its cable and printer.target.',
  'reader-unreachable': 'The reader is unplugged. Look at its cable and reader.target.',
  'catalogue-old': 'What is shown is old. See that the kiosk reaches the repository, or bring a release on a stick.',
  'update-failing': 'The last update was not taken; the reason stands below.',
  'update-untrusted':
    'What the repository gave is not signed by whom this kiosk trusts. Run "kioskctl release verify" on the repository; somebody may be meddling with it.',
  'clock-unsure': 'The clock stands before a time that was certainly reached. Set it (timedatectl).',
  'journal-lost': "The kiosk's journal was damaged, or the disk takes none. Look at the disk.",
  'portal-unreachable': 'The portal cannot be reached; citizens are not shown their dossiers.',
};

export const updateFailureWords: Readonly<Record<UpdateFailure, string>> = {
  'no-trust': 'no root of trust is installed (kioskctl trust)',
  unreachable: 'the repository cannot be reached',
  timeout: 'the repository did not answer in time',
  'too-slow': 'the download was too slow',
  'too-large': 'a file was longer than it may be',
  'bad-answer': 'the server answered with an error',
  'bad-signature': 'the signatures do not hold',
  rollback: 'an older release was offered than this kiosk had before',
  frozen: 'the signed dates have run out (kioskctl release refresh)',
  'wrong-hash': 'a file is not the one that was signed',
  'wrong-content': 'what was signed is no catalogue',
  'software-too-old': 'the release is made for a newer software',
  'refused-before': 'this release failed here before, or was left behind',
  'smoke-test': 'the release did not pass its trial',
  'disk-full': 'the disk is full',
  internal: 'a defect of the kiosk; its log says more',
};
