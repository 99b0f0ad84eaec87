/** What {@link toYaml} can write. */
export type YamlValue =
  | string
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/**
 * Block YAML whose strings stay strings, whatever they look like: every value is quoted, so that `no`
 * and `1.10` are no boolean and no number, and so is every key that is not plainly a name. With
 * `lists: 'inline'` a list of strings takes one line, as is usual in roles.
 */
export function toYaml(
  value: YamlValue,
  options: { readonly lists?: 'block' | 'inline' } = {},
): string {
  return linesOf(value, options.lists === 'inline').join('\n');
}

function linesOf(value: YamlValue, isInline: boolean): string[] {
  if (value === null) {
    return ['null'];
  }
  if (typeof value === 'string') {
    return [quoteForYaml(value)];
  }
  if (isList(value)) {
    return isOneLine(value, isInline)
      ? [`[${value.flatMap(each => linesOf(each, isInline)).join(', ')}]`]
      : value.flatMap(each =>
          linesOf(each, isInline).map((line, index) =>
            index === 0 ? `- ${line}` : `  ${line}`,
          ),
        );
  }
  const entries = Object.entries(value);
  return entries.length === 0
    ? ['{}']
    : entries.flatMap(([key, each]) =>
        each === undefined ? [] : linesOfEntry(key, each, isInline),
      );
}

function linesOfEntry(
  key: string,
  value: YamlValue,
  isInline: boolean,
): string[] {
  const lines = linesOf(value, isInline);
  return isBlock(value, isInline)
    ? [`${keyForYaml(key)}:`, ...lines.map(line => `  ${line}`)]
    : [`${keyForYaml(key)}: ${lines.join('')}`];
}

function isBlock(value: YamlValue, isInline: boolean): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  return isList(value)
    ? !isOneLine(value, isInline)
    : Object.keys(value).length > 0;
}

function isOneLine(list: readonly YamlValue[], isInline: boolean): boolean {
  return (
    list.length === 0 ||
    (isInline && list.every(each => typeof each === 'string'))
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
