/** Writes docs/configuration.md from the schema, so that the manual cannot say anything else than the parser. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { siteConfigurationSchema } from '../main/core/configuration/site-configuration.ts';

const path = new URL('../docs/configuration.md', import.meta.url);

const propertySchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  propertyNames: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
});
type Property = z.infer<typeof propertySchema>;

/** The whole page. */
export function configurationReference(): string {
  const root = propertySchema.parse(z.toJSONSchema(siteConfigurationSchema, { io: 'input' }));
  const rows = Object.entries(root.properties ?? {}).flatMap(([key, value]) =>
    rowsOf(key, propertySchema.parse(value)),
  );
  return `# The site's configuration

One JSON file, named with \`--config\`; without it the kiosk uses \`data/site.json\`. Only \`office.name\` is needed;
other keys marked so are needed wherever their list entry or profile is written at all.
A key that is misspelt, missing or out of range stops the start: the staff screen and the terminal name the key, what was
expected and what stands there. This page is written from the parser's own schema (\`npm run docs:configuration\`).

| key | what it is | takes | default |
|---|---|---|---|
${rows.join('\n')}
`;
}

function rowsOf(key: string, property: Property): string[] {
  if (property.properties !== undefined && property.description === undefined) {
    return rowsOfFields(key, property);
  }
  const fallback = property.default === undefined ? 'needed' : `\`${JSON.stringify(property.default)}\``;
  return [
    `| \`${key}\` | ${property.description ?? ''} | ${takes(property)} | ${fallback} |`,
    ...rowsInside(key, property),
  ];
}

/** The fields of an object that one of the choices is, or of the objects a list is made of. */
function rowsInside(key: string, property: Property): string[] {
  if (property.type === 'array') {
    return rowsOfFields(`${key}[]`, propertySchema.parse(property.items));
  }
  return (property.anyOf ?? [])
    .map((choice) => propertySchema.parse(choice))
    .filter(({ properties = {} }) => Object.values(properties).every((field) => isDescribed(field)))
    .flatMap((choice) => rowsOfFields(key, choice));
}

function rowsOfFields(key: string, { properties = {} }: Property): string[] {
  return Object.entries(properties).flatMap(([name, value]) => rowsOf(`${key}.${name}`, propertySchema.parse(value)));
}

function isDescribed(field: unknown): boolean {
  return propertySchema.parse(field).description !== undefined;
}

function takes(property: Property): string {
  if (property.anyOf !== undefined) {
    return property.anyOf.map((choice) => takes(propertySchema.parse(choice))).join(' or ');
  }
  if (property.const !== undefined) {
    return `\`${JSON.stringify(property.const)}\``;
  }
  if (property.enum !== undefined) {
    return names(property.enum);
  }
  switch (property.type) {
    case 'integer':
      return `whole number ${property.minimum ?? ''}–${property.maximum ?? ''}`;
    case 'number':
      return `number ${property.minimum ?? ''}–${property.maximum ?? ''}`;
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return `list of ${takes(propertySchema.parse(property.items)).replace(/^(object|whole number)/u, '$1s')}`;
    case 'string':
      return property.maxLength === undefined ? 'text' : `text up to ${property.maxLength} characters`;
    case 'object':
      return takesObject(property);
    case 'null':
      return 'null';
    case undefined:
    default:
      throw new Error(`There is no word yet for a key of type ${String(property.type)}.`);
  }
}

function takesObject({ properties, propertyNames, additionalProperties }: Property): string {
  if (properties !== undefined) {
    return `object with ${names(Object.keys(properties))}`;
  }
  const keys = propertySchema.parse(propertyNames).enum ?? [];
  return `object with any of ${names(keys)}, each an ${takes(propertySchema.parse(additionalProperties))}`;
}

function names(values: readonly unknown[]): string {
  return values.map((value) => `\`${String(value)}\``).join(', ');
}

if (import.meta.main) {
  writeFileSync(path, configurationReference());
}
