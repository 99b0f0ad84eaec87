import type { ClusterEndpoint } from '@portal-operations/plugin-label-contract-node';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { FIELD_MANAGER } from '../manifests/ownershipLabels';
import {
  AnsweredError,
  ClusterClient,
  ObjectPlace,
  WrittenKinds,
} from './ClusterClient';
import { loadKubernetesClient } from './loadKubernetesClient';
import { RefusedError } from './Refusal';
import { refusalOfAnswer } from './refusalOfAnswer';

/** Milliseconds until an API server has to have answered. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Options of {@link connectToCluster}. */
export interface ConnectToClusterOptions {
  endpoint: ClusterEndpoint;
  /** Ends the request that is under way, and refuses any further. */
  signal?: AbortSignal;
}

/** What is done with one kind. */
interface KindRequests<T> {
  read(place: ObjectPlace): Promise<T>;
  apply(object: T, force: boolean): Promise<T>;
}

/** A client for one cluster, over `@kubernetes/client-node`. */
export async function connectToCluster(
  options: ConnectToClusterOptions,
): Promise<ClusterClient> {
  const { endpoint, signal } = options;
  const kubernetes = await loadKubernetesClient();
  const agent = agentFor(endpoint);

  const configuration = kubernetes.createConfiguration({
    baseServer: new kubernetes.ServerConfiguration(endpoint.url, {}),
    authMethods: {
      default: {
        getName: () => 'cluster access of the portal',
        async applySecurityAuthentication(request) {
          for (const [name, value] of Object.entries(
            await endpoint.headers(),
          )) {
            request.setHeaderParam(name, value);
          }
          request.setAgent(agent);
        },
      },
    },
    promiseMiddleware: [
      {
        async pre(request) {
          const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
          request.setSignal(
            signal ? AbortSignal.any([signal, timeout]) : timeout,
          );
          return request;
        },
        post: async response => response,
      },
    ],
  });
  const core = new kubernetes.CoreV1Api(configuration);
  const apps = new kubernetes.AppsV1Api(configuration);

  const asApply = kubernetes.setHeaderOptions(
    'Content-Type',
    kubernetes.PatchStrategy.ServerSideApply,
  );
  const asMergePatch = kubernetes.setHeaderOptions(
    'Content-Type',
    kubernetes.PatchStrategy.MergePatch,
  );

  const kinds: { [K in keyof WrittenKinds]: KindRequests<WrittenKinds[K]> } = {
    Namespace: {
      read: ({ name }) => core.readNamespace({ name }),
      apply: (body, force) =>
        core.patchNamespace({ ...written(body, force) }, asApply),
    },
    Deployment: {
      read: place => apps.readNamespacedDeployment(inNamespace(place)),
      apply: (body, force) =>
        apps.patchNamespacedDeployment(
          { ...written(body, force), ...inNamespace(body.metadata) },
          asApply,
        ),
    },
    Service: {
      read: place => core.readNamespacedService(inNamespace(place)),
      apply: (body, force) =>
        core.patchNamespacedService(
          { ...written(body, force), ...inNamespace(body.metadata) },
          asApply,
        ),
    },
  };

  async function send<T>(request: () => Promise<T>): Promise<T> {
    if (signal?.aborted) {
      throw new RefusedError({ kind: 'cancelled' });
    }
    try {
      return await request();
    } catch (error) {
      if (signal?.aborted) {
        throw new RefusedError({ kind: 'cancelled' });
      }
      if (error instanceof kubernetes.ApiException) {
        throw new AnsweredError(
          refusalOfAnswer({ status: error.code, body: error.body }),
        );
      }
      if (
        error instanceof kubernetes.FetchError ||
        error instanceof kubernetes.AbortError
      ) {
        throw new RefusedError({
          kind: 'unreachable',
          message:
            error instanceof kubernetes.AbortError
              ? `no answer within ${REQUEST_TIMEOUT_MS / 1000} seconds`
              : error.message,
        });
      }
      throw error;
    }
  }

  return {
    cluster: endpoint.name,

    async read(kind, place) {
      try {
        return await send(() => kinds[kind].read(place));
      } catch (error) {
        if (
          error instanceof AnsweredError &&
          error.answer.kind === 'not-found'
        ) {
          return undefined;
        }
        throw error;
      }
    },

    apply: (kind, object, { force }) =>
      send(() => kinds[kind].apply(object, force)),

    patchDeployment: ({ name, namespace, fieldManager, patch }) =>
      send(() =>
        apps.patchNamespacedDeployment(
          { name, namespace, fieldManager, body: patch },
          asMergePatch,
        ),
      ),

    async listPods({ namespace, labelSelector }) {
      const list = await send(() =>
        core.listNamespacedPod({ namespace, labelSelector }),
      );
      return list.items;
    },

    toYaml: object => kubernetes.dumpYaml(object),

    close: () => agent.destroy(),
  };
}

function agentFor(endpoint: ClusterEndpoint): HttpAgent {
  if (new URL(endpoint.url).protocol === 'http:') {
    return new HttpAgent({ keepAlive: true });
  }
  return new HttpsAgent({
    keepAlive: true,
    ca: endpoint.caData && Buffer.from(endpoint.caData, 'base64'),
    rejectUnauthorized: !endpoint.skipTlsVerify,
  });
}

function written<T extends { metadata?: { name?: string } }>(
  body: T,
  force: boolean,
) {
  return {
    name: body.metadata?.name ?? '',
    body,
    fieldManager: FIELD_MANAGER,
    force,
  };
}

function inNamespace(place: { name?: string; namespace?: string } = {}) {
  return { name: place.name ?? '', namespace: place.namespace ?? '' };
}
