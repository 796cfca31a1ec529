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

One JSON file, named with \`--config\`; without it the kiosk uses \`data/site.json\`. Only \`office.name\` is needed.
A key that is misspelt, missing or out of range stops the start: the staff screen and the terminal name the key, what was
expected and what stands there. This page is written from the parser's own schema (\`npm run docs:configuration\`).

| key | what it is | takes | default |
|---|---|---|---|
${rows.join('\n')}
`;
}

function rowsOf(key: string, property: Property): string[] {
  if (property.properties !== undefined) {
    return Object.entries(property.properties).flatMap(([name, value]) =>
      rowsOf(`${key}.${name}`, propertySchema.parse(value)),
    );
  }
  const fallback = property.default === undefined ? 'needed' : `\`${JSON.stringify(property.default)}\``;
  return [`| \`${key}\` | ${property.description ?? ''} | ${takes(property)} | ${fallback} |`];
}

function takes(property: Property): string {
  if (property.anyOf !== undefined) {
    return property.anyOf.map((choice) => takes(propertySchema.parse(choice))).join(' or ');
  }
  if (property.const !== undefined) {
    return `\`${JSON.stringify(property.const)}\``;
  }
  if (property.enum !== undefined) {
    return property.enum.map((value) => `\`${String(value)}\``).join(', ');
  }
  if (property.type === 'integer' || property.type === 'number') {
    return `whole number ${property.minimum ?? ''}–${property.maximum ?? ''}`;
  }
  if (property.type === 'array') {
    return `list of ${takes(propertySchema.parse(property.items))}`;
  }
  if (property.type === 'string') {
    return property.maxLength === undefined ? 'text' : `text up to ${property.maxLength} characters`;
  }
  return property.type === 'null' ? 'null' : `${String(property.type)} (see data/site.json)`;
}

if (import.meta.main) {
  writeFileSync(path, configurationReference());
}
