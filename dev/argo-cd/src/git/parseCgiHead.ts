/** What comes before the body in the answer of a CGI program. */
export interface CgiHead {
  status: number;
  headers: Record<string, string>;
}

/** Reads header lines as a CGI program prints them; without a line `Status` it is 200. */
export function parseCgiHead(text: string): CgiHead {
  const head: CgiHead = { status: 200, headers: {} };
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    if (name?.toLowerCase() === 'status') {
      head.status = Number.parseInt(value, 10);
    } else if (name) {
      head.headers[name] = value;
    }
  }
  return head;
}
