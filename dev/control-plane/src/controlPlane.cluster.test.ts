import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ControlPlane } from './Cluster';
import { connectToCluster } from './connectToCluster';
import { controlPlaneFiles } from './controlPlaneFiles';
import { packageFolder, workshopFolder } from './folders';
import { waitUntil } from './processes/waitUntil';
import { runToEnd } from './processes/runToEnd';
import { startControlPlane } from './startControlPlane';

jest.setTimeout(120_000);

/** Asks the API server as a browser or the portal would: with the CA that the control plane names, and a token. */
function ask(
  cluster: Pick<ControlPlane, 'url' | 'caData'>,
  requestPath: string,
  token: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const ca = Buffer.from(cluster.caData, 'base64').toString();
    request(`${cluster.url}${requestPath}`, {
      ca,
      agent: false,
      headers: { authorization: `Bearer ${token}` },
    })
      .on('response', answer => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      })
      .on('error', reject)
      .end();
  });
}

/** Command lines of the processes that name the folder. */
async function processesOf(folder: string): Promise<string[]> {
  const { stdout } = await runToEnd('/bin/sh', {
    // `ps` is not on every Linux, and /proc on no Mac.
    arguments: [
      '-c',
      'if [ -d /proc/self ]; then cat /proc/[0-9]*/cmdline; else ps -A -ww -o args=; fi 2>/dev/null | tr "\\0" "\\n"',
    ],
  });
  return stdout.split('\n').filter(line => line.includes(folder));
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

describe('startControlPlane', () => {
  let folder: string;
  let controlPlane: ControlPlane | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kept-control-plane-'));
  });
  afterEach(async () => {
    await controlPlane?.stop();
    controlPlane = undefined;
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('answers on loopback with the CA that it names, and leaves no process and no folder', async () => {
    controlPlane = await startControlPlane();
    expect(controlPlane.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await readFile(controlPlane.caFile, 'base64')).toBe(
      controlPlane.caData,
    );
    expect(await ask(controlPlane, '/api', 'no token')).toBe(401);
    expect(await processesOf(controlPlane.folder)).not.toEqual([]);

    await controlPlane.stop();
    expect(await processesOf(controlPlane.folder)).toEqual([]);
    expect(await isThere(controlPlane.folder)).toBe(false);
  });

  it('gives a ServiceAccount a token that is known to the API server, and no rights', async () => {
    controlPlane = await startControlPlane();
    await controlPlane.kubectl(['create', 'serviceaccount', 'visitor']);
    const token = await controlPlane.createToken({
      namespace: 'default',
      serviceAccount: 'visitor',
      expirationSeconds: 600,
    });
    expect(await ask(controlPlane, '/api', token)).toBe(200);
    expect(await ask(controlPlane, '/api/v1/pods', token)).toBe(403);
  });

  it('keeps data over an outage of the API server and over a restart of everything in the same folder', async () => {
    controlPlane = await startControlPlane({ folder });
    const { url } = controlPlane;
    await controlPlane.kubectl(['create', '--filename=-'], {
      input:
        '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"kept"}}',
    });

    await controlPlane.stopApiServer();
    await expect(
      controlPlane.kubectl(['get', 'namespace', 'kept']),
    ).rejects.toThrow(/refused/);
    await controlPlane.startApiServer();
    expect(
      await controlPlane.kubectl(['get', 'namespace', 'kept', '-o', 'name']),
    ).toBe('namespace/kept\n');

    await controlPlane.stop();
    expect(await isThere(controlPlaneFiles(folder).adminKubeconfig)).toBe(true);
    controlPlane = await startControlPlane({ folder });
    expect(controlPlane.url).toBe(url);
    expect(
      await controlPlane.kubectl(['get', 'namespace', 'kept', '-o', 'name']),
    ).toBe('namespace/kept\n');
  });

  it('refuses a second start in a folder that is in use', async () => {
    controlPlane = await startControlPlane({ folder });
    await expect(startControlPlane({ folder })).rejects.toThrow(
      `A control plane already runs in ${folder} (process ${process.pid})`,
    );
  });

  it('is what dev/kubectl talks to while it runs in the folder of npm start', async () => {
    const environment = { ...process.env, PORTAL_CACHE: folder };
    const program = path.join(packageFolder, '..', 'kubectl');
    const devKubectl = (args: string[]) =>
      runToEnd(program, { arguments: args, environment, folder: tmpdir() });

    const before = await devKubectl(['get', 'nodes']);
    expect(before.code).toBe(1);
    expect(before.stderr).toContain('Start it with "npm start"');

    controlPlane = await startControlPlane({
      folder: workshopFolder({ PORTAL_CACHE: folder }),
    });
    const during = await devKubectl(['get', 'nodes', '-o', 'name']);
    expect(during.stderr).toBe('');
    expect(during.stdout).toBe('node/workshop-node-1\n');

    await controlPlane.stop();
    const after = await devKubectl(['get', 'nodes']);
    expect(after.code).toBe(1);
    expect(after.stderr).toContain('no Kubernetes API of this project runs');
  });

  it('is reached by a kubeconfig like a cluster of the person', async () => {
    controlPlane = await startControlPlane();
    const cluster = await connectToCluster({
      kubeconfig: controlPlane.adminKubeconfig,
    });
    expect(cluster.url).toBe(controlPlane.url);
    expect(cluster.caData).toBe(controlPlane.caData);
    expect(cluster.skipTLSVerify).toBe(false);
    expect(
      await cluster.kubectl(['get', 'namespaces', '-o', 'name']),
    ).toContain('namespace/kube-system');
    await expect(
      connectToCluster({
        kubeconfig: controlPlane.adminKubeconfig,
        context: 'elsewhere',
      }),
    ).rejects.toThrow(/elsewhere/);
  });

  it('stops its start, and everything that it started, when it is aborted', async () => {
    const controller = new AbortController();
    const lines: string[] = [];
    const start = startControlPlane({
      folder,
      signal: controller.signal,
      log: line => {
        lines.push(line);
        if (line.startsWith('Starting')) {
          setImmediate(() => controller.abort());
        }
      },
    });
    await expect(start).rejects.toThrow(/abort/i);
    expect(lines).not.toContainEqual(expect.stringMatching(/answers/));
    expect(await processesOf(folder)).toEqual([]);
  });

  it('ends with the process that started it, and the next start is not confused by what that one left', async () => {
    const program = `
      const { startControlPlane } = require('./src');
      startControlPlane({ folder: ${JSON.stringify(folder)} })
        .then(() => process.stdout.write('up'));`;
    const parent = spawn(
      process.execPath,
      ['--require', '@backstage/cli/config/nodeTransform.cjs', '-e', program],
      { cwd: packageFolder, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [said] = await once(parent.stdout, 'data');
    expect(`${said}`).toBe('up');
    expect((await processesOf(folder)).length).toBeGreaterThan(4);

    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await waitUntil(
      async () => {
        const left = await processesOf(folder);
        return left.length === 0
          ? { done: true, value: undefined }
          : { done: false, why: left.join('\n') };
      },
      { what: 'the programs to end', timeoutSeconds: 30 },
    );
    controlPlane = await startControlPlane({ folder });
    expect(await controlPlane.kubectl(['get', '--raw', '/readyz'])).toBe('ok');
  });
});
