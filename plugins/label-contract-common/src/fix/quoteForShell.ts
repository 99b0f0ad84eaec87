/** One command for a POSIX shell, which passes each word on as it is. */
export function commandOf(...words: readonly string[]): string {
  return words.map(quoteForShell).join(' ');
}

/** A word as a POSIX shell wants it: quoted, unless nothing in it means anything to a shell. */
export function quoteForShell(word: string): string {
  return /^[\w./:=,-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
