import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePorts } from './freePorts';

describe('freePorts', () => {
  it('finds different ports', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
  });

  it('takes the preferred port while it is free', async () => {
    const [wish] = await freePorts(1);
    expect(await freePorts(2, [wish])).toEqual([wish, expect.any(Number)]);
  });

  it('takes another port when the preferred one is taken', async () => {
    const [wish] = await freePorts(1);
    const server = createServer().listen(wish, '127.0.0.1');
    await once(server, 'listening');
    const [port] = await freePorts(1, [wish]);
    expect(port).not.toBe(wish);
    server.close();
    await once(server, 'close');
  });
});
