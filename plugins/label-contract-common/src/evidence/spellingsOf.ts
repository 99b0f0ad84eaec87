const SEPARATORS = ['-', '_', '.', ''] as const;

/**
 * How a value is usually written by somebody who remembers its words, but not its case or separators:
 * values to look up. `resemblanceOf` recognizes more than these, where they are met.
 */
export function spellingsOf(value: string): string[] {
  const words = value.split(/[-_.]+/).filter(word => word !== '');
  const lower = words.map(word => word.toLocaleLowerCase('en-US'));
  const capitalized = lower.map(
    word => word.slice(0, 1).toLocaleUpperCase('en-US') + word.slice(1),
  );
  const upper = lower.map(word => word.toLocaleUpperCase('en-US'));
  const camel = [...lower.slice(0, 1), ...capitalized.slice(1)];
  const spellings = [words, lower, capitalized, upper, camel].flatMap(each =>
    SEPARATORS.map(separator => each.join(separator)),
  );
  return [...new Set(spellings)].filter(each => each !== value);
}
