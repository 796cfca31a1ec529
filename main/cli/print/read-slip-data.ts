/** Reads the facts of a slip from a JSON file, and says which field is wrong. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import { KioskError } from '../../contract/error.ts';
import type { CliContext } from '../cli-context.ts';

/** "-" is standard input. Errors: `source-unreadable`, and `invalid-request` with one line for each field that is wrong. */
export async function readSlipData<T>(path: string, schema: z.ZodType<T>, context: CliContext): Promise<T> {
  const result = schema.safeParse(parseJson(await readText(path, context), path));
  if (result.success) {
    return result.data;
  }
  const lines = result.error.issues.flatMap(describeIssue);
  const advice = 'See --example for one that is right.';
  throw new KioskError('invalid-request', [`${path} cannot be printed. ${advice}`, ...lines].join('\n  '));
}

async function readText(path: string, context: CliContext): Promise<string> {
  try {
    return path === '-' ? await text(context.input) : await readFile(path, 'utf8');
  } catch (error) {
    const message = `${path} cannot be read; check that it is there. --example prints one to begin with.`;
    throw new KioskError('source-unreadable', message, { cause: error });
  }
}

function parseJson(content: string, path: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/u, ''));
  } catch (error) {
    // The parser's own words may quote the file, which may hold personal data; the place in it is enough.
    const place = error instanceof Error ? /at position \d+(?: \(line \d+ column \d+\))?/u.exec(error.message) : null;
    const where = place === null ? '' : ` ${place[0]}`;
    throw new KioskError('invalid-request', `${path} is not valid JSON${where}.`, { cause: error });
  }
}

/** What was expected, never what stands there: it may say something about a person. */
function describeIssue(issue: z.core.$ZodIssue): string[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${[...at, key].join('.')}: no such field; check its spelling.`);
  }
  return [`${at.join('.') || '(whole file)'}: ${issue.message}.`];
}
