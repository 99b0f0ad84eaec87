import { once } from 'node:events';
import {
  connect,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

/**
 * What is done to the bytes on their way back; those on their way there always go through at once, but
 * where it is silent.
 */
export type Misbehaviour =
  /** None. */
  | { readonly kind: 'none' }
  /** New connections are closed at once; open ones go on. */
  | { readonly kind: 'refuse' }
  /** Everything stays open, and nothing goes through in either direction until it ends. */
  | { readonly kind: 'silent' }
  /** Each piece comes later. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** No more than so many bytes a second, on each connection. */
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number }
  /** Each connection breaks after so many bytes. */
  | { readonly kind: 'truncate'; readonly afterBytes: number };

/** How often a throttled connection gets its share. */
const THROTTLE_EVERY_MS = 20;

const loopback = '127.0.0.1';

/** One direction of a connection: bytes wait here until they may go on. */
class Pipe {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #misbehaviour: () => Misbehaviour;
  #held: Buffer[] = [];
  #isEnded = false;
  #timer: NodeJS.Timeout | undefined;
  #passed = 0;

  constructor(options: {
    from: Socket;
    to: Socket;
    misbehaviour: () => Misbehaviour;
  }) {
    this.#from = options.from;
    this.#to = options.to;
    this.#misbehaviour = options.misbehaviour;
    this.#from.on('data', chunk => {
      this.#held.push(chunk);
      this.flush();
    });
    this.#from.on('end', () => {
      this.#isEnded = true;
      this.flush();
    });
    this.#to.on('close', () => clearTimeout(this.#timer));
    // Whoever reads slowly is not to fill the memory of this process.
    this.#to.on('drain', () => this.#from.resume());
  }

  /** From now on bytes are counted anew. */
  restart(): void {
    this.#passed = 0;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.flush();
  }

  /** Passes on what may go on now. */
  flush(): void {
    const misbehaviour = this.#misbehaviour();
    switch (misbehaviour.kind) {
      case 'silent':
        return;
      case 'delay':
        this.#later(misbehaviour.milliseconds, Number.POSITIVE_INFINITY);
        return;
      case 'throttle':
        this.#later(
          THROTTLE_EVERY_MS,
          Math.ceil((misbehaviour.bytesPerSecond * THROTTLE_EVERY_MS) / 1000),
        );
        return;
      case 'truncate':
        this.#pass(Math.max(misbehaviour.afterBytes - this.#passed, 0));
        if (this.#passed >= misbehaviour.afterBytes) {
          this.#from.destroy();
          this.#to.end();
        }
        return;
      default:
        this.#pass(Number.POSITIVE_INFINITY);
    }
  }

  #later(milliseconds: number, bytes: number): void {
    if (this.#timer || (this.#held.length === 0 && !this.#isEnded)) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#pass(bytes);
      this.flush();
    }, milliseconds);
  }

  #pass(bytes: number): void {
    const all = Buffer.concat(this.#held);
    const some = all.subarray(0, bytes);
    this.#held = some.length < all.length ? [all.subarray(some.length)] : [];
    this.#passed += some.length;
    if (some.length > 0 && !this.#to.destroyed && !this.#to.write(some)) {
      this.#from.pause();
    }
    if (this.#isEnded && this.#held.length === 0) {
      this.#to.end();
    }
  }
}

interface Connection {
  readonly client: Socket;
  readonly server: Socket;
  /** There, and back. */
  readonly pipes: readonly Pipe[];
}

/**
 * A way to an API server that misbehaves on command, as networks and load balancers do. It forwards TCP
 * and looks at no byte, so TLS goes through it untouched, and certificates for loopback are good for it.
 */
export class MisbehavingProxy {
  /** Such as `https://127.0.0.1:40123`. */
  readonly url: string;
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  #misbehaviour: Misbehaviour = { kind: 'none' };
  /** Connections that were ever opened. */
  #opened = 0;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  /** Listens on a free port of loopback, and forwards to the host and port of this URL. */
  static async start(target: string): Promise<MisbehavingProxy> {
    const { protocol, hostname, port } = new URL(target);
    const server = createServer({ allowHalfOpen: true });
    server.listen({ host: loopback, port: 0 });
    await once(server, 'listening');
    const proxy = new MisbehavingProxy(
      server,
      `${protocol}//${loopback}:${portOf(server)}`,
    );
    server.on('connection', client =>
      proxy.#take(client, { host: hostname, port: Number(port) }),
    );
    return proxy;
  }

  /** Connections that are open. */
  get connections(): number {
    return this.#connections.size;
  }

  /** Connections that were ever taken. */
  get opened(): number {
    return this.#opened;
  }

  /** Does this from now on, to open connections too; what was held back goes on as that allows. */
  misbehave(misbehaviour: Misbehaviour): void {
    this.#misbehaviour = misbehaviour;
    for (const { client, server, pipes } of [...this.#connections]) {
      pipes.forEach(pipe => pipe.restart());
      // It broke while nothing went through, so nobody was told.
      if (server.errored && misbehaviour.kind !== 'silent') {
        client.destroy();
      }
    }
  }

  /** Forwards everything from now on. */
  behave(): void {
    this.misbehave({ kind: 'none' });
  }

  /** Breaks all open connections: politely (FIN), or as a machine that was switched off and on (RST). */
  cut(how: 'fin' | 'rst'): void {
    for (const { client, server } of [...this.#connections]) {
      if (how === 'rst') {
        client.resetAndDestroy();
      } else {
        client.destroySoon();
      }
      server.destroy();
    }
  }

  /** Breaks all connections, and takes no more. */
  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.cut('rst');
    await closed;
  }

  #take(client: Socket, target: { host: string; port: number }): void {
    this.#opened += 1;
    if (this.#misbehaviour.kind === 'refuse') {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ ...target, allowHalfOpen: true });
    const there = (): Misbehaviour =>
      this.#misbehaviour.kind === 'silent'
        ? this.#misbehaviour
        : { kind: 'none' };
    const connection: Connection = {
      client,
      server,
      pipes: [
        new Pipe({ from: client, to: server, misbehaviour: there }),
        new Pipe({
          from: server,
          to: client,
          misbehaviour: () => this.#misbehaviour,
        }),
      ],
    };
    this.#connections.add(connection);
    // The end of one side is the news; an error is followed by it.
    client.on('error', () => {});
    server.on('error', () => {});
    client.on('close', () => {
      this.#connections.delete(connection);
      server.destroy();
    });
    server.on('close', hadError => {
      if (hadError && this.#misbehaviour.kind !== 'silent') {
        client.destroy();
      }
    });
  }
}

function portOf(server: Server): number {
  // `address()` is a string for pipes only.
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || !address) {
    throw new Error('A server that listens on TCP has no port');
  }
  return address.port;
}
