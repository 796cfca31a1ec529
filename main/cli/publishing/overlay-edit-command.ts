/** `kioskctl overlay edit`: what only the office knows, changed without an editor. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { KioskError } from '../../contract/error.ts';
import type { Notice } from '../../contract/notices.ts';
import { procedureCodeSchema } from '../../contract/procedure.ts';
import { type Overlay, overlaySchema } from '../../core/catalogue/import/overlay.ts';
import { officeDate, officeMoment } from '../../core/office-date.ts';
import { editSheet, emptySheet, type SheetSetting, sheetSettings } from '../../core/publishing/edit-sheet.ts';
import { noticeEnd } from '../../core/publishing/notice-end.ts';
import { writeDurably } from '../../core/publishing/write-durably.ts';
import type { CliContext } from '../cli-context.ts';
import { labelled } from '../text-layout.ts';
import { explained } from './sign-with-keys.ts';

interface Options {
  readonly set: ReadonlyMap<SheetSetting, string>;
  readonly clear: readonly SheetSetting[];
  readonly notice?: string;
  readonly noticeEn?: string;
  readonly noticeId?: string;
  readonly until?: string;
  readonly warning?: true;
  readonly about?: readonly string[];
  readonly removeNotice?: readonly string[];
  readonly create?: true;
  readonly office?: string;
  readonly province?: string;
}

const settingList = Object.entries(sheetSettings)
  .map(([name, words]) => `  ${name.padEnd(16)}${words}`)
  .join('\n');

export function createOverlayEditCommand(context: CliContext): Command {
  return new Command('edit')
    .description("change an office's sheet: one procedure's facts, or a notice to citizens")
    .argument('<sheet>', 'file of the sheet (JSON)')
    .argument('[code]', 'the procedure that --set and --clear are about, e.g. 1.001193', parseCode)
    .addOption(
      new Option('--set <what=value>', 'set a fact of the procedure; may be given several times')
        .argParser(collectSet)
        .default(new Map(), 'none'),
    )
    .addOption(new Option('--clear <what>', 'take a fact away').argParser(collectClear).default([], 'none'))
    .option('--notice <text>', 'a short notice to citizens, in Vietnamese')
    .option('--notice-en <text>', 'the same in English')
    .option('--notice-id <id>', 'its name; one of the same name is replaced')
    .option('--until <when>', 'the notice ends: 16:30 (today), 2026-07-05 or 2026-07-05T16:30, the office’s time')
    .option('--warning', 'the notice says that something does not work as usual')
    .option('--about <code...>', 'procedures beside which the notice is shown')
    .option('--remove-notice <id...>', 'take notices away')
    .option('--create', 'begin a new sheet; needs --office')
    .option('--office <name>', 'with --create: name of the office for citizens, e.g. "Phường Bến Thành"')
    .option('--province <name>', 'with --create: its province since 1 July 2025')
    .addHelpText(
      'after',
      `
What can be set:
${settingList}

Examples:
  kioskctl overlay edit ben-thanh.json --create --office "Phường Bến Thành" --province "Hồ Chí Minh"
  kioskctl overlay edit ben-thanh.json 1.001193 --set counter="Quầy số 3" --set fee="8.000 đồng" --set fee-amount=8000 \\
    --set decision="NQ 08/2025/NQ-HĐND"
  kioskctl overlay edit ben-thanh.json 1.001193 --clear fee --set hidden=yes
  kioskctl overlay edit ben-thanh.json --notice "Hệ thống hộ tịch tạm dừng" --warning --until 16:30

Kiosks show it once it was published (kioskctl overlay publish).`,
    )
    .action(async (file: string, code: string | undefined, options: Options, command: Command) => {
      const path = resolve(file);
      if (code === undefined && (options.set.size > 0 || options.clear.length > 0)) {
        command.error('error: --set and --clear need the code of a procedure');
      }
      if (options.notice !== undefined && options.until === undefined) {
        command.error('error: --notice needs --until, so that it does not stay for ever');
      }
      if (options.create === true && options.office === undefined) {
        command.error('error: --create needs --office, the name citizens know');
      }
      const nowMs = Date.now();
      const former = options.create === true ? newSheet(path, options, nowMs) : readSheet(path);
      const edits = {
        code: code ?? null,
        set: options.set,
        clear: options.clear,
        removedNotices: options.removeNotice ?? [],
      };
      const notice = noticeOf(options, former, nowMs);
      const { sheet, endedNotices } = editSheet(former, { ...edits, notice }, nowMs);
      await explained(path, () => writeDurably(path, Buffer.from(`${JSON.stringify(sheet, null, 2)}\n`)));
      await context.print(textOf(sheet, code ?? null));
      if (endedNotices.length > 0) {
        context.notice(`Taken out, as they have ended: ${endedNotices.join(', ')}.\n`);
      }
    });
}

/** Errors: `not-found`, `source-unreadable`. */
export function readSheet(path: string): Overlay {
  if (!existsSync(path)) {
    throw new KioskError(
      'not-found',
      `There is no sheet ${path}; begin one with kioskctl overlay edit --create --office <name>.`,
    );
  }
  const fail = (reason: string) => new KioskError('source-unreadable', `${path} is no sheet of an office: ${reason}`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw fail(`it is not JSON (${String(cause)})`);
  }
  const parsed = overlaySchema.safeParse(json);
  if (!parsed.success) {
    throw fail(z.prettifyError(parsed.error));
  }
  return parsed.data;
}

function newSheet(
  path: string,
  { office = '', province = null }: { office?: string; province?: string | null },
  nowMs: number,
): Overlay {
  if (existsSync(path)) {
    throw new KioskError('output-refused', `${path} is there already; leave out --create to change it.`);
  }
  return emptySheet(office, province, nowMs);
}

function noticeOf(options: Options, { notices = [] }: Overlay, nowMs: number): Notice | null {
  if (options.notice === undefined) {
    return null;
  }
  const day = officeDate(nowMs);
  const taken = new Set(notices.map(({ id }) => id));
  const free = Array.from({ length: taken.size + 1 }, (_, place) => `${day}-${place + 1}`).find((id) => !taken.has(id));
  return {
    id: options.noticeId ?? free ?? day,
    kind: options.warning === true ? 'warning' : 'information',
    text: { vi: options.notice, en: options.noticeEn ?? null },
    fromMs: nowMs,
    untilMs: noticeEnd(options.until ?? '', nowMs),
    procedureCodes: [...(options.about ?? [])],
  };
}

function textOf({ office, province, procedures, notices = [] }: Overlay, code: string | null): string {
  const facts = code === null ? null : (procedures[code] ?? {});
  const lines = labelled([
    ['Office', `${office}${province === null ? '' : `, ${province}`}`],
    ['Procedures', `${Object.keys(procedures).length} with facts of the office`],
    ...(facts === null ? [] : [[code ?? '', factsText(facts)] as const]),
    ...notices.map(
      ({ id, kind, text, untilMs }) =>
        [
          `Notice ${id}`,
          `${kind === 'warning' ? '(warning) ' : ''}${text.vi}${untilMs === null ? '' : ` – until ${officeMoment(untilMs).slice(0, 16)}`}`,
        ] as const,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

function factsText(facts: Overlay['procedures'][string]): string {
  const parts = Object.entries(facts).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return parts.join('; ') || 'nothing of the office any more';
}

function parseCode(text: string): string {
  if (!procedureCodeSchema.safeParse(text).success) {
    throw new InvalidArgumentError('The code of a procedure is expected, e.g. 1.001193.');
  }
  return text;
}

function collectSet(text: string, former: ReadonlyMap<SheetSetting, string>): ReadonlyMap<SheetSetting, string> {
  const [, name = '', value = ''] = /^([a-z-]+)=(.+)$/su.exec(text) ?? [];
  return new Map([...former, [settingNamed(name), value.trim()]]);
}

function collectClear(text: string, former: readonly SheetSetting[]): readonly SheetSetting[] {
  return [...former, settingNamed(text)];
}

function settingNamed(name: string): SheetSetting {
  if (!isSetting(name)) {
    throw new InvalidArgumentError(
      `One of ${Object.keys(sheetSettings).join(', ')} is expected, as in counter="Quầy 3".`,
    );
  }
  return name;
}

function isSetting(name: string): name is SheetSetting {
  return Object.hasOwn(sheetSettings, name);
}
