import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { MisbehavingProxy } from './MisbehavingProxy';

describe('MisbehavingProxy', () => {
  const body = 'x'.repeat(100_000);
  let server: Server;
  let proxy: MisbehavingProxy;

  beforeEach(async () => {
    server = createServer((_, response) => response.end(body));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    proxy = await MisbehavingProxy.start(
      `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    );
  });
  afterEach(async () => {
    await proxy.stop();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  async function ask(): Promise<string> {
    const asked = request(proxy.url, { agent: false });
    // After the headers, the reader of the answer meets the error.
    asked.on('error', () => {});
    asked.end();
    const [answer] = await once(asked, 'response');
    return text(answer);
  }

  it('forwards everything as long as it behaves', async () => {
    expect(await ask()).toBe(body);
  });

  it('refuses', async () => {
    proxy.misbehave({ kind: 'refuse' });
    await expect(ask()).rejects.toThrow(/hang up|ECONNRESET/);
  });

  it('is silent, and goes on where it was', async () => {
    proxy.misbehave({ kind: 'silent' });
    const answer = ask();
    const first = await Promise.race([answer, setTimeout(200, 'nothing')]);
    expect(first).toBe('nothing');
    expect(proxy.connections).toBe(1);
    proxy.behave();
    expect(await answer).toBe(body);
  });

  it('is late, and slow', async () => {
    const begin = performance.now();
    proxy.misbehave({ kind: 'delay', milliseconds: 200 });
    expect(await ask()).toBe(body);
    const delayed = performance.now();
    expect(delayed - begin).toBeGreaterThanOrEqual(195);
    proxy.misbehave({ kind: 'throttle', bytesPerSecond: 200_000 });
    expect(await ask()).toBe(body);
    expect(performance.now() - delayed).toBeGreaterThanOrEqual(450);
  });

  it('breaks an answer off in the middle', async () => {
    proxy.misbehave({ kind: 'truncate', afterBytes: 50_000 });
    await expect(ask()).rejects.toThrow('aborted');
  });

  it.each(['fin', 'rst'] as const)('cuts what is open (%s)', async how => {
    proxy.misbehave({ kind: 'throttle', bytesPerSecond: 10_000 });
    const answer = ask();
    answer.catch(() => {});
    while (proxy.connections === 0) {
      await setTimeout(5);
    }
    await setTimeout(100);
    proxy.cut(how);
    await expect(answer).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });
});
