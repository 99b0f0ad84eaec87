/** The value with two neighbouring letters swapped; undefined where it is too short or has none. */
export function typoOf(value: string): string | undefined {
  if (value.length < 5) {
    return undefined;
  }
  for (let place = 1; place + 1 < value.length; place += 1) {
    const [a, b] = [value[place], value[place + 1]];
    if (a !== b && /[a-z]/.test(a) && /[a-z]/.test(b)) {
      return `${value.slice(0, place)}${b}${a}${value.slice(place + 2)}`;
    }
  }
  return undefined;
}
