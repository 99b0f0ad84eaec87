import { createServer, type Server } from 'node:http';

/** An answer that {@link StubCatalog} gives, once. */
export interface StubAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is a text. */
  body?: unknown;
}

/** Answers as a portal's catalog does when it is in trouble, or huge. */
export class StubCatalog {
  private answers: ((query: URLSearchParams) => StubAnswer)[] = [];

  private constructor(
    private readonly server: Server,
    /** Its address, as that of a portal. */
    readonly url: string,
  ) {
    server.on('request', (request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://stub');
      const [answer, ...later] = this.answers;
      // The last one is given again and again.
      this.answers = later.length > 0 ? later : [answer];
      const { status = 200, headers, body = '' } = answer(searchParams);
      const isText = typeof body === 'string';
      response.writeHead(status, {
        'content-type': isText ? 'text/html' : 'application/json',
        ...headers,
      });
      response.end(isText ? body : JSON.stringify(body));
    });
  }

  static async start(): Promise<StubCatalog> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (typeof address !== 'object' || !address) {
      throw new Error('A server that listens on TCP has no port');
    }
    return new StubCatalog(server, `http://127.0.0.1:${address.port}`);
  }

  /** What it says from now on, one answer a request. */
  willAnswer(...answers: ((query: URLSearchParams) => StubAnswer)[]): void {
    this.answers = answers;
  }

  /** A catalog of one page. */
  willKnow(entities: object[]): void {
    this.willAnswer(() => ({ body: { items: entities, pageInfo: {} } }));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}
