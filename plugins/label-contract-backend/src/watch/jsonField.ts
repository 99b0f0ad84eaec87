/** The field of a JSON object; undefined where there is none, or where the value is no object. */
export function jsonField(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** As {@link jsonField}; undefined also where the field is no text, or empty. */
export function jsonText(value: unknown, key: string): string | undefined {
  const field = jsonField(value, key);
  return typeof field === 'string' && field !== '' ? field : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
