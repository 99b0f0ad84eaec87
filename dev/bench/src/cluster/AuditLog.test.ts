import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditLog } from './AuditLog';

describe('AuditLog', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-log-'));
    file = join(folder, 'audit.log');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const line = (verb: string) =>
    `${JSON.stringify({ kind: 'Event', verb, requestURI: '/api/v1/pods' })}\n`;

  it('tells each request once, and no half of one', async () => {
    const log = new AuditLog(file);
    await appendFile(file, line('list') + line('watch').slice(0, 20));
    expect(await log.news()).toEqual([{ verb: 'list', uri: '/api/v1/pods' }]);
    await appendFile(file, line('watch').slice(20));
    expect(await log.news()).toEqual([{ verb: 'watch', uri: '/api/v1/pods' }]);
    expect(await log.news()).toEqual([]);
  });

  it('refuses a line that is no request', async () => {
    await appendFile(file, '{}\n');
    await expect(new AuditLog(file).news()).rejects.toThrow('no request: {}');
  });
});
