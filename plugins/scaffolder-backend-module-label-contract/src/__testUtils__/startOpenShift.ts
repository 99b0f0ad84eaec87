import { ControlPlane, waitUntil } from '@internal/control-plane';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { APPS_DOMAIN, openShiftRoutes } from './openShiftRoutes';

const GROUP = 'project.openshift.io';
const VERSION = `${GROUP}/v1`;
const PATH = `/apis/${VERSION}`;

/** What the API server is told of this group. */
const discovery = {
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion: VERSION,
  resources: [
    {
      name: 'projectrequests',
      singularName: 'projectrequest',
      namespaced: false,
      kind: 'ProjectRequest',
      verbs: ['create', 'list'],
    },
  ],
};

/** What makes a control plane look like OpenShift to the actions. */
export interface OpenShift {
  stop(): Promise<void>;
}

/**
 * Adds to a control plane what the actions ask OpenShift for:
 *
 * - `ProjectRequest`, by an aggregated API server as on OpenShift: it can be created and never read; the
 *   namespace is there when the answer comes, made by another account than the one that asked, who is noted in
 *   it and becomes its `admin`. Who may ask is decided by the API server before (RBAC).
 * - `Route`, with the host that OpenShift makes up, and the right that a host of one's own takes.
 */
export async function startOpenShift(
  controlPlane: ControlPlane,
): Promise<OpenShift> {
  const apply = (...objects: object[]) =>
    controlPlane.kubectl(['apply', '--server-side', '--filename=-'], {
      input: objects.map(object => JSON.stringify(object)).join('\n---\n'),
    });
  const certificates = join(controlPlane.folder, 'certificates');
  const server = createServer(
    {
      cert: await readFile(join(certificates, 'apiserver.crt')),
      key: await readFile(join(certificates, 'apiserver.key')),
    },
    (request, response) =>
      answer(controlPlane, request, response).catch(error =>
        send(response, 500, statusOf(500, 'InternalError', String(error))),
      ),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());

  await apply(
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'openshift-apiserver' },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'api', namespace: 'openshift-apiserver' },
      spec: { type: 'ExternalName', externalName: 'localhost' },
    },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: `v1.${GROUP}` },
      spec: {
        group: GROUP,
        version: 'v1',
        service: { name: 'api', namespace: 'openshift-apiserver', port },
        insecureSkipTLSVerify: true,
        groupPriorityMinimum: 9900,
        versionPriority: 15,
      },
    },
    ...openShiftRoutes(),
  );
  const wait = (object: string, condition: string) =>
    controlPlane.kubectl([
      'wait',
      object,
      `--for=condition=${condition}`,
      '--timeout=60s',
    ]);
  await wait(`apiservice/v1.${GROUP}`, 'Available');
  await wait('crd/routes.route.openshift.io', 'Established');
  await waitUntil(() => isRouteGivenAHost(controlPlane), {
    what: 'the API server to make up the host of a Route',
    timeoutSeconds: 60,
  });
  return {
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * The API server learns the fields of a new kind by a look every 5 seconds; until then the policy that makes up
 * hosts refuses every Route with 503.
 */
async function isRouteGivenAHost({ kubectl }: ControlPlane) {
  const route = {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: { name: 'probe', namespace: 'default' },
    spec: { to: { kind: 'Service', name: 'probe' } },
  };
  return kubectl(
    ['create', '--dry-run=server', '--output=jsonpath={.spec.host}', '-f=-'],
    { input: JSON.stringify(route) },
  ).then(
    host =>
      host === `probe-default.${APPS_DOMAIN}`
        ? { done: true as const, value: undefined }
        : { done: false as const, why: `its host is '${host}'` },
    error => ({ done: false as const, why: String(error) }),
  );
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') {
    throw new Error('The API server of OpenShift listens at no port');
  }
  return address.port;
}

async function answer(
  { kubectl }: ControlPlane,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split('?')[0];
  if (request.method === 'GET' && path === PATH) {
    send(response, 200, discovery);
    return;
  }
  if (request.method !== 'POST' || path !== `${PATH}/projectrequests`) {
    send(response, 404, statusOf(404, 'NotFound', `no ${path}`));
    return;
  }
  const { metadata, description, displayName } = JSON.parse(
    await bodyOf(request),
  );
  const { name } = metadata;
  const requester = `${request.headers['x-remote-user']}`;
  const namespace = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      annotations: {
        'openshift.io/description': description ?? '',
        'openshift.io/display-name': displayName ?? '',
        'openshift.io/requester': requester,
      },
    },
  };
  const admin = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'admin', namespace: name },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'admin',
    },
    subjects: [
      { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: requester },
    ],
  };
  try {
    for (const object of [namespace, admin]) {
      await kubectl(
        ['create', '--field-manager=openshift-apiserver', '--filename=-'],
        { input: JSON.stringify(object) },
      );
    }
  } catch (error) {
    if (!String(error).includes('AlreadyExists')) {
      throw error;
    }
    const message = `project.project.openshift.io "${name}" already exists`;
    send(response, 409, statusOf(409, 'AlreadyExists', message));
    return;
  }
  send(response, 201, { ...namespace, apiVersion: VERSION, kind: 'Project' });
}

function statusOf(code: number, reason: string, message: string) {
  return {
    apiVersion: 'v1',
    kind: 'Status',
    status: 'Failure',
    code,
    reason,
    message,
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
