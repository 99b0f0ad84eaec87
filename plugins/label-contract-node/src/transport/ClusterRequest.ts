import { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';

/**
 * One HTTP request to a cluster's API server.
 *
 * @public
 */
export interface ClusterRequest {
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path below the endpoint's URL, such as `/api/v1/pods`; its segments are encoded by the caller. */
  readonly path: string;
  /** Encoded here; keys that are undefined are left out. */
  readonly query?: Readonly<
    Record<string, string | number | boolean | undefined>
  >;
  /** Added to those of the endpoint, which win. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the request, and its connection, at any time, also while the body is read. */
  readonly signal?: AbortSignal;
  /** Milliseconds until the answer's headers have to be here; default 30,000. The body has no limit. */
  readonly timeoutMs?: number;
}

/**
 * What a cluster answered. Every status is an answer; only silence is an error.
 *
 * @public
 */
export interface ClusterResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Has to be read to its end or destroyed, else the connection stays open. */
  readonly body: Readable;
}
