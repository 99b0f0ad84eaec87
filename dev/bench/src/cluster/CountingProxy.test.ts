import { once } from 'node:events';
import { connect, createServer, Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { CountingProxy, startCountingProxy } from './CountingProxy';

describe('startCountingProxy', () => {
  let server: Server;
  let proxy: CountingProxy;

  beforeEach(async () => {
    server = createServer(socket => {
      socket.once('data', asked =>
        socket.end(Buffer.alloc(asked.length * 1000)),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) {
      throw new Error('The server has no port');
    }
    proxy = await startCountingProxy(`https://127.0.0.1:${address.port}`);
  });

  afterEach(async () => {
    await proxy.stop();
    server.close();
    await once(server, 'close');
  });

  const ask = async (words: string) => {
    const socket = connect({
      host: '127.0.0.1',
      port: Number(new URL(proxy.url).port),
    });
    socket.write(words);
    return buffer(socket);
  };

  it('counts what comes back, and what it counted only once', async () => {
    const connected = proxy.nextConnection();
    expect(await ask('hello')).toHaveLength(5000);
    expect(await connected).toBeLessThanOrEqual(performance.now());
    await ask('hi');
    expect(proxy.take()).toEqual({ bytes: 7000, connections: 2 });
    expect(proxy.take()).toEqual({ bytes: 0, connections: 0 });
  });
});
