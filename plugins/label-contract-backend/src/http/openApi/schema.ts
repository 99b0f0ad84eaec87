import { internal } from '@backstage/backend-openapi-utils';

/** A schema of OpenAPI 3.0, or a reference to one. */
export type Schema =
  | internal.ImmutableSchemaObject
  | internal.ImmutableReferenceObject;

type Properties = Readonly<Record<string, Schema>>;

export const text: Schema = { type: 'string' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const flag: Schema = { type: 'boolean' };
export const moment: Schema = { type: 'string', format: 'date-time' };
export const texts: Schema = { type: 'array', items: text };

/** One of some words. */
export function oneOf(words: readonly string[]): Schema {
  return { type: 'string', enum: [...words] };
}

/** A list of one sort of thing. */
export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** Another schema of the description, by name. */
export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** What is always there, and what may be. */
export function record(
  required: Properties,
  optional: Properties = {},
): Schema {
  const names = Object.keys(required);
  return {
    type: 'object',
    properties: { ...required, ...optional },
    ...(names.length > 0 && { required: names }),
  };
}

/** Anything by any name. */
export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

/** Values of a message, whose names depend on its id. */
export const values: Schema = { type: 'object', additionalProperties: true };
