/** Any value that a schema of docs/portal-api.yaml allows. */
import fc, { type Arbitrary } from 'fast-check';
import { type JsonObject, object, resolve } from '../../fixtures/portal/portal-api-document.ts';

/** Knows the keywords that the document uses; throws at any other type. */
export function arbitraryOfSchema(schema: JsonObject): Arbitrary<unknown> {
  const found = resolve(schema);
  const choices = found['anyOf'] ?? found['oneOf'];
  if (Array.isArray(choices)) {
    return fc.oneof(...choices.map((choice) => arbitraryOfSchema(object(choice))));
  }
  if ('const' in found) {
    return fc.constant(found['const']);
  }
  if (Array.isArray(found['enum'])) {
    return fc.constantFrom(...found['enum']);
  }
  const { type } = found;
  return Array.isArray(type)
    ? fc.oneof(...type.map((one) => arbitraryOfType(String(one), found)))
    : arbitraryOfType(String(type), found);
}

function arbitraryOfType(type: string, schema: JsonObject): Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'integer':
      return fc.integer({ min: number(schema, 'minimum', 0), max: number(schema, 'maximum', 1_000_000) });
    case 'string':
      return arbitraryText(schema);
    case 'array':
      return fc.array(arbitraryOfSchema(object(schema['items'])), {
        minLength: number(schema, 'minItems', 0),
        maxLength: Math.min(3, number(schema, 'maxItems', 3)),
      });
    case 'object':
      return arbitraryObject(schema);
    default:
      throw new Error(`No values are known of the type ${type}`);
  }
}

function arbitraryObject(schema: JsonObject): Arbitrary<unknown> {
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  const properties = Object.entries(object(schema['properties'])).map(
    ([name, inner]) => [name, arbitraryOfSchema(object(inner))] as const,
  );
  return fc.record(Object.fromEntries(properties), { requiredKeys: required });
}

function arbitraryText(schema: JsonObject): Arbitrary<string> {
  const longest = number(schema, 'maxLength', Number.MAX_SAFE_INTEGER);
  if (schema['format'] === 'date') {
    return arbitraryMoment.map((text) => text.slice(0, 10));
  }
  if (schema['format'] === 'date-time') {
    return fc.tuple(arbitraryMoment, fc.constantFrom('Z', '+07:00', '-03:30')).map(([text, zone]) => `${text}${zone}`);
  }
  if (typeof schema['pattern'] === 'string') {
    // The day in a dossier's code is one of the calendar, which a pattern cannot say.
    return fc
      .stringMatching(new RegExp(schema['pattern'], 'u'))
      .filter((text) => text.length <= longest)
      .map((text) => text.replace(/^(.*-\d{2}\d{2})(?:29|30|31)(-.*)$/u, '$128$2'));
  }
  return fc.string({
    minLength: number(schema, 'minLength', 0),
    maxLength: Math.min(longest, 2_000),
    size: 'max',
    unit: fc.constantFrom('a', 'ễ', 'Đ', ' ', '<', '"', '\n', '7'),
  });
}

const arbitraryMoment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19));

function number(schema: JsonObject, key: string, otherwise: number): number {
  const value = schema[key];
  return typeof value === 'number' ? value : otherwise;
}
