/** What {@link toYaml} can write. */
export type YamlValue =
  | string
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/**
 * Block YAML whose strings stay strings, whatever they look like: every value is quoted, so that `no`
 * and `1.10` are no boolean and no number, and so is every key that is not plainly a name.
 */
export function toYaml(value: YamlValue): string {
  return linesOf(value).join('\n');
}

function linesOf(value: YamlValue): string[] {
  if (value === null) {
    return ['null'];
  }
  if (typeof value === 'string') {
    return [quoteForYaml(value)];
  }
  if (isList(value)) {
    return value.length === 0
      ? ['[]']
      : value.flatMap(each =>
          linesOf(each).map((line, index) =>
            index === 0 ? `- ${line}` : `  ${line}`,
          ),
        );
  }
  const entries = Object.entries(value);
  return entries.length === 0
    ? ['{}']
    : entries.flatMap(([key, each]) => linesOfEntry(key, each));
}

function linesOfEntry(key: string, value: YamlValue | undefined): string[] {
  if (value === undefined) {
    return [];
  }
  return isBlock(value)
    ? [`${keyForYaml(key)}:`, ...linesOf(value).map(line => `  ${line}`)]
    : [`${keyForYaml(key)}: ${linesOf(value).join('')}`];
}

function isBlock(value: YamlValue): boolean {
  return (
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
  );
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** A key without quotes where no reader can take it for anything else: a field, or a name with a prefix. */
export function keyForYaml(key: string): string {
  const isField =
    /^[a-z][A-Za-z]{3,}$/.test(key) && !/^(true|false|null)$/.test(key);
  const isPrefixed = /^[a-z][a-z0-9.-]*\/[A-Za-z][\w.-]*$/.test(key);
  return isField || isPrefixed ? key : quoteForYaml(key);
}

/**
 * A double-quoted scalar. JSON writes nearly one: YAML wants some more characters escaped, which are
 * not printable or end a line.
 */
function quoteForYaml(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
