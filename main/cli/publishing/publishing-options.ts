/** Options that commands on keys and repositories share, and how their numbers are read. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type MetadataLifetimes,
  metadataLifetimesSchema,
  usualLifetimes,
} from '../../core/publishing/metadata-lifetimes.ts';
import { leastKept, usualKept } from '../../core/publishing/publish-release.ts';

export interface RepositoryOption {
  readonly repo: string;
}

export interface SigningOptions extends RepositoryOption {
  readonly keys: string;
  readonly also?: readonly string[];
}

export function repositoryOption(): Option {
  return new Option('--repo <folder>', 'the release repository').makeOptionMandatory();
}

export function keysOption(flag = '--keys'): Option {
  return new Option(`${flag} <folder>`, 'folder of the keys, as keys init made it').makeOptionMandatory();
}

/** Holders of keys that are kept apart bring their own folder or stick. */
export function alsoOption(): Option {
  return new Option('--also <folder...>', 'further folders or sticks with key files');
}

export function keepOption(): Option {
  return new Option('--keep <n>', `releases the repository keeps, ${leastKept} or more`)
    .argParser((text) => wholeNumber(text, leastKept, 10_000))
    .default(usualKept);
}

const lifetimeWords: Readonly<Record<keyof MetadataLifetimes, string>> = {
  root: 'the root holds',
  targets: 'what the targets keys sign holds; as often somebody must come with the passphrase',
  snapshot: 'the snapshot holds',
  timestamp: 'the timestamp holds; for so long the publishing machine may stand still',
  office: 'an office’s signature holds',
};

export type LifetimeOptions = Partial<Record<`${keyof MetadataLifetimes}Days`, number>>;

export function addLifetimeOptions(command: Command, names: readonly (keyof MetadataLifetimes)[]): Command {
  for (const name of names) {
    const option = new Option(`--${name}-days <days>`, `how long ${lifetimeWords[name]}`);
    command.addOption(option.argParser((text) => days(name, text)).default(undefined, String(usualLifetimes[name])));
  }
  return command;
}

export function lifetimesOf(options: LifetimeOptions): MetadataLifetimes {
  return {
    root: options.rootDays ?? usualLifetimes.root,
    targets: options.targetsDays ?? usualLifetimes.targets,
    snapshot: options.snapshotDays ?? usualLifetimes.snapshot,
    timestamp: options.timestampDays ?? usualLifetimes.timestamp,
    office: options.officeDays ?? usualLifetimes.office,
  };
}

export function wholeNumber(text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d{1,9}$/u.test(text) || number < least || number > most) {
    throw new InvalidArgumentError(`A whole number from ${least} to ${most} is expected.`);
  }
  return number;
}

function days(name: keyof MetadataLifetimes, text: string): number {
  const parsed = metadataLifetimesSchema.shape[name].safeParse(text === '' ? null : Number(text));
  if (!parsed.success) {
    throw new InvalidArgumentError(`Days are expected, e.g. 2 or 0.5: ${parsed.error.issues[0]?.message ?? ''}.`);
  }
  return parsed.data;
}
