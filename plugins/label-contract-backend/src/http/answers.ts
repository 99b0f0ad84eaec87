import { etagOf } from './etagOf';
import { Answer } from './sendAnswer';

/** An answer as JSON. */
export function jsonAnswer(options: {
  readonly body: object;
  /** What of it makes the tag: all but what passes while nothing changes. */
  readonly timeless: object;
  readonly asOf?: string;
}): Answer {
  const { body, timeless, asOf } = options;
  return {
    etag: etagOf(JSON.stringify(timeless)),
    asOf,
    type: 'application/json; charset=utf-8',
    body: () => JSON.stringify(body),
  };
}

/** An answer as comma-separated values, which a browser saves. */
export function tableAnswer(options: {
  readonly table: string;
  readonly fileName: string;
  readonly asOf?: string;
}): Answer {
  const { table, fileName, asOf } = options;
  return {
    etag: etagOf(table),
    asOf,
    type: 'text/csv; charset=utf-8',
    fileName,
    body: () => table,
  };
}
