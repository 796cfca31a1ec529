/** What a JSON schema says, in one form whoever wrote it: for comparing zod's schemas with those of docs/portal-api.yaml. */
import { type JsonObject, object, resolve } from '../../fixtures/portal/portal-api-document.ts';

/** Kept as they stand. Patterns are not: the same one is written in many ways; values made of them are compared instead. */
const keptKeywords = ['format', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum'];

export function shapeOf(schema: JsonObject): unknown {
  const choices = unionOf(schema).toSorted();
  return choices.length === 1
    ? JSON.parse(choices[0] ?? '')
    : { anyOf: choices.map((text): unknown => JSON.parse(text)) };
}

/** The alternatives, nested ones flattened, each as JSON. */
function unionOf(schema: JsonObject): string[] {
  const found = resolve(schema);
  const choices = found['anyOf'] ?? found['oneOf'];
  if (Array.isArray(choices)) {
    return choices.flatMap((choice) => unionOf(object(choice)));
  }
  const types = Array.isArray(found['type']) ? found['type'] : [found['type']];
  return types.map((type) => JSON.stringify(shapeOfType(String(type), found)));
}

function shapeOfType(type: string, schema: JsonObject): JsonObject {
  if (type === 'null') {
    return { type };
  }
  const kept = keptKeywords.flatMap((key) => {
    const value = schema[key];
    const isKept = value !== undefined && (typeof value !== 'number' || Math.abs(value) < Number.MAX_SAFE_INTEGER);
    return isKept ? [[key, value] as const] : [];
  });
  return {
    type,
    ...Object.fromEntries(kept),
    ...('const' in schema ? { enum: [schema['const']] } : {}),
    ...(Array.isArray(schema['enum']) ? { enum: schema['enum'].map(String) } : {}),
    ...(type === 'array' ? { items: shapeOf(object(schema['items'])) } : {}),
    ...(type === 'object' ? shapeOfObject(schema) : {}),
  };
}

function shapeOfObject(schema: JsonObject): JsonObject {
  const properties = Object.entries(object(schema['properties'])).toSorted(([a], [b]) => a.localeCompare(b));
  return {
    closed: schema['additionalProperties'] === false,
    required: (Array.isArray(schema['required']) ? schema['required'].map(String) : []).toSorted(),
    properties: Object.fromEntries(properties.map(([name, inner]) => [name, shapeOf(object(inner))])),
  };
}
