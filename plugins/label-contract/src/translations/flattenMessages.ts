/** Paths to the texts of nested messages, joined by dots, as the translation API has them. */
export type KeyOf<Messages> = {
  [Key in keyof Messages & string]: Messages[Key] extends string
    ? Key
    : `${Key}.${KeyOf<Messages[Key]>}`;
}[keyof Messages & string];

/** Nested messages by their paths. The reference flattens its own; languages have to come flat. */
export function flattenMessages<Messages extends object>(
  messages: Messages,
): Record<KeyOf<Messages>, string> {
  return Object.fromEntries(textsOf(messages)) as Record<
    KeyOf<Messages>,
    string
  >;
}

function textsOf(messages: object): [path: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[key, value]]
      : textsOf(value).map(([path, text]) => [`${key}.${path}`, text]),
  );
}
