/** One field of parsed JSON, whatever it is; undefined where there is none. */
export function fieldOf(found: unknown, name: string): unknown {
  return typeof found === 'object' && found !== null
    ? Object.entries(found).find(([key]) => key === name)?.[1]
    : undefined;
}
