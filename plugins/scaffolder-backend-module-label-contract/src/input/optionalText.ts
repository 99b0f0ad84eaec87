/** A field that was left empty in a form arrives as an empty text; both mean "not given". */
export function optionalText(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}
