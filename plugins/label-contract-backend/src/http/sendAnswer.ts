import { AS_OF_HEADER } from '@portal-operations/plugin-label-contract-common';
import express from 'express';

/** An answer that the caller may have. */
export interface Answer {
  readonly etag: string;
  /** As of when it is known, ISO 8601; undefined where nobody can say. */
  readonly asOf?: string;
  readonly type: 'application/json; charset=utf-8' | 'text/csv; charset=utf-8';
  /** Under which name a browser saves it; only of tables. */
  readonly fileName?: string;
  /** Made only where it is sent. */
  readonly body: () => string;
}

const EXPOSED = ['ETag', AS_OF_HEADER];

/**
 * Sends an answer, or 304 to who has it already. To be called once the caller is known to be allowed to
 * read it: the headers alone say that it is there.
 */
export function sendAnswer(options: {
  request: express.Request;
  response: express.Response;
  answer: Answer;
}): void {
  const { request, response } = options;
  const { etag, asOf, type, fileName, body } = options.answer;
  response.set('ETag', etag);
  response.set('Cache-Control', 'private, no-cache');
  response.vary('Authorization');
  if (asOf !== undefined) {
    response.set(AS_OF_HEADER, asOf);
  }
  exposeHeaders(response);

  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const bytes = Buffer.from(body(), 'utf8');
  response.set('Content-Type', type);
  response.set('Content-Length', String(bytes.length));
  if (fileName !== undefined) {
    response.set('Content-Disposition', `attachment; filename="${fileName}"`);
  }
  // Not by `send`, which would compute a tag of its own where there is none, and a length after ours.
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Names them for a page of another origin, beside those that the portal's own CORS settings name. */
function exposeHeaders(response: express.Response): void {
  const exposed = response.get('Access-Control-Expose-Headers');
  response.set(
    'Access-Control-Expose-Headers',
    [...(exposed ? [exposed] : []), ...EXPOSED].join(', '),
  );
}
