import Ajv from 'ajv';
import { openApi } from '../openApi/openApi';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** What an answer has that its description does not, and the other way round; nothing where they agree. */
export function problemsOfAnswer(
  schema: string,
  answer: unknown,
): readonly string[] {
  // As it travels: what is undefined does not.
  const isDescribed = validatorOf(schema);
  isDescribed(JSON.parse(JSON.stringify(answer)));
  return (isDescribed.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

const ajv = new Ajv({ strict: false, formats: { 'date-time': MOMENT } });
ajv.addSchema({
  $id: 'description',
  components: closed(openApi.components),
});

function validatorOf(schema: string) {
  const isDescribed = ajv.getSchema(
    `description#/components/schemas/${schema}`,
  );
  if (!isDescribed) {
    throw new Error(`Nothing is described as ${schema}`);
  }
  return isDescribed;
}

/**
 * A description in which no object has more than is described. Clients are not held to that, so that a
 * later version may say more.
 */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    closed(value),
  ]);
  return 'properties' in schema && !('additionalProperties' in schema)
    ? { ...Object.fromEntries(entries), additionalProperties: false }
    : Object.fromEntries(entries);
}
