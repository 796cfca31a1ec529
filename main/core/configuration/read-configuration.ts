/** Reads the site's configuration and says precisely what is wrong with it: the key, what was expected, what stands there. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { KioskError } from '../../contract/error.ts';
import { type SiteConfiguration, siteConfigurationSchema } from './site-configuration.ts';

/** Errors: `configuration-invalid`, with one line for each key that is wrong. */
export function readConfiguration(path: string): SiteConfiguration {
  return parseConfiguration(readText(path), path);
}

/** `origin` names the text in messages. */
export function parseConfiguration(text: string, origin: string): SiteConfiguration {
  const value = parseJson(text, origin);
  const result = siteConfigurationSchema.safeParse(value, { reportInput: true });
  if (result.success) {
    return result.data;
  }
  const lines = result.error.issues.flatMap(narrowUnion).flatMap((issue) => describeIssue(issue, value));
  throw new KioskError('configuration-invalid', [`The configuration ${origin} cannot be used:`, ...lines].join('\n  '));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new KioskError('configuration-invalid', `The configuration ${path} cannot be read; check that it is there.`, {
      cause: error,
    });
  }
}

function parseJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new KioskError('configuration-invalid', `The configuration ${origin} is not valid JSON: ${reason}`, {
      cause: error,
    });
  }
}

/**
 * Of a choice between forms the issues of the one that was meant: the only one whose kind of value stands there. Where none
 * is, one issue that names them all.
 */
function narrowUnion(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') {
    return [issue];
  }
  const meant = issue.errors.filter((issues) => !issues.some(isOtherKind));
  const [only] = meant;
  if (meant.length === 1 && only !== undefined) {
    return only.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(narrowUnion);
  }
  const messages = new Set(
    issue.errors
      .flat()
      .filter(isOtherKind)
      .map((inner) => inner.message),
  );
  return [{ ...issue, message: messages.size > 0 ? [...messages].join(', or: ') : issue.message }];
}

function isOtherKind({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function describeIssue(issue: z.core.$ZodIssue, root: unknown): string[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${[...at, key].join('.')}: no such key; check its spelling.${nearest(key, at)}`);
  }
  const standing = valueAt(root, at);
  const found = standing === undefined ? 'nothing stands there' : `found ${shorten(JSON.stringify(standing))}`;
  return [`${at.join('.') || '(whole file)'}: ${issue.message}; ${found}.`];
}

/** The known key that differs least from a misspelt one, where one is close enough to be meant. */
function nearest(key: string, at: readonly string[]): string {
  const known = knownKeys(at).map((name) => ({ name, distance: editDistance(key.toLowerCase(), name.toLowerCase()) }));
  const best = known.sort((a, b) => a.distance - b.distance)[0];
  return best !== undefined && best.distance <= 3 ? ` Did you mean "${best.name}"?` : '';
}

function knownKeys(at: readonly string[]): string[] {
  const schema = at.reduce<unknown>(
    (outer, key) => Reflect.get(shapeOf(outer), key) ?? elementOf(outer),
    siteConfigurationSchema,
  );
  return Object.keys(shapeOf(schema));
}

/** The shape of an object schema, looked up through its default, or that of a choice's object; empty for any other schema. */
function shapeOf(schema: unknown): object {
  const inner = unwrapped(schema);
  if ('shape' in inner && typeof inner.shape === 'object' && inner.shape !== null) {
    return inner.shape;
  }
  return 'options' in inner && Array.isArray(inner.options) ? Object.assign({}, ...inner.options.map(shapeOf)) : {};
}

/** What a list holds; undefined for anything but a list. */
function elementOf(schema: unknown): unknown {
  const inner = unwrapped(schema);
  return 'element' in inner ? inner.element : undefined;
}

function unwrapped(schema: unknown): object {
  if (typeof schema !== 'object' || schema === null) {
    return {};
  }
  return 'unwrap' in schema && typeof schema.unwrap === 'function' && !('element' in schema)
    ? unwrapped(schema.unwrap())
    : schema;
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, substitution));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
