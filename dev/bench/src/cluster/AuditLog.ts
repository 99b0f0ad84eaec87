import { readFile } from 'node:fs/promises';

/** One request to the API server, as its own audit log has it. */
export interface AuditedRequest {
  readonly verb: string;
  /** With the query. */
  readonly uri: string;
}

/** The audit log of an API server, read from where the last reading ended. */
export class AuditLog {
  readonly #file: string;
  #read = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** The requests that arrived since the last call, in the order in which they came. */
  async news(): Promise<AuditedRequest[]> {
    const lines = (await readFile(this.#file, 'utf8')).split('\n');
    // What follows the last line feed is no whole line yet.
    const news = lines.slice(this.#read, -1);
    this.#read += news.length;
    return news.map(parseLine);
  }
}

function parseLine(line: string): AuditedRequest {
  const event: unknown = JSON.parse(line);
  if (
    typeof event === 'object' &&
    event !== null &&
    'verb' in event &&
    'requestURI' in event
  ) {
    return { verb: `${event.verb}`, uri: `${event.requestURI}` };
  }
  throw new Error(`A line of the audit log is no request: ${line}`);
}
