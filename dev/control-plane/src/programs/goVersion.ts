/** The oldest Go that builds the programs; the same number stands in go.mod. */
export const oldestGo = { major: 1, minor: 26 };

/**
 * Reads the version out of what `go version` prints, such as `go version go1.26.6 linux/amd64`.
 * @returns for example `1.26.6`, or undefined for a development build or other text
 */
export function parseGoVersion(output: string): string | undefined {
  return /\bgo(\d+\.\d+(?:\.\d+)?)\b/.exec(output)?.[1];
}

/** Whether that version of Go can build the programs. */
export function isGoNewEnough(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  return (
    major > oldestGo.major ||
    (major === oldestGo.major && minor >= oldestGo.minor)
  );
}
