import type { KubernetesObject } from '@kubernetes/client-node';
import type { ClusterEndpoint } from '@portal-operations/plugin-label-contract-node';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { FIELD_MANAGER } from '../manifests/ownershipLabels';
import {
  AnsweredError,
  ClusterClient,
  ListedKind,
  ListedKinds,
  WrittenKind,
  WrittenKinds,
} from './ClusterClient';
import { KINDS } from './kinds';
import { loadKubernetesClient } from './loadKubernetesClient';
import { RefusedError } from './Refusal';
import { refusalOfAnswer } from './refusalOfAnswer';
import { warningsOf } from './warningsOf';

/** Milliseconds until an API server has to have answered. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Options of {@link connectToCluster}. */
export interface ConnectToClusterOptions {
  endpoint: ClusterEndpoint;
  /** Ends the request that is under way, and refuses any further. */
  signal?: AbortSignal;
}

/** A client for one cluster, over `@kubernetes/client-node`. */
export async function connectToCluster(
  options: ConnectToClusterOptions,
): Promise<ClusterClient> {
  const { endpoint, signal } = options;
  const kubernetes = await loadKubernetesClient();
  const agent = agentFor(endpoint);
  const warnings = new Set<string>();

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
        async post(response) {
          warningsOf(response.headers.warning).forEach(warning =>
            warnings.add(warning),
          );
          return response;
        },
      },
    ],
  });
  const core = new kubernetes.CoreV1Api(configuration);
  const apps = new kubernetes.AppsV1Api(configuration);
  const authorization = new kubernetes.AuthorizationV1Api(configuration);
  const asMergePatch = kubernetes.setHeaderOptions(
    'Content-Type',
    kubernetes.PatchStrategy.MergePatch,
  );

  /** Requests for objects of any kind; paths come from the cluster's discovery, each group asked once. */
  class Objects extends kubernetes.KubernetesObjectApi {
    async isServed(kind: ListedKind | 'ProjectRequest'): Promise<boolean> {
      try {
        const { apiVersion } = KINDS[kind];
        return (await this.resource(apiVersion, kind)) !== undefined;
      } catch (error) {
        if (error instanceof kubernetes.ApiException && error.code === 404) {
          return false;
        }
        throw error;
      }
    }
  }
  const objects = new Objects(configuration);

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

  async function requireServed(kind: ListedKind | 'ProjectRequest') {
    if (!(await send(() => objects.isServed(kind)))) {
      const { apiVersion } = KINDS[kind];
      throw new RefusedError({ kind: 'kind-not-served', apiVersion, of: kind });
    }
  }

  return {
    cluster: endpoint.name,

    async read<K extends WrittenKind>(
      kind: K,
      { name, namespace }: { name: string; namespace?: string },
    ) {
      await requireServed(kind);
      const { apiVersion } = KINDS[kind];
      try {
        return await send(() =>
          objects.read<WrittenKinds[K]>({
            apiVersion,
            kind,
            metadata: { name, namespace: namespace ?? '' },
          }),
        );
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

    async list<K extends ListedKind>(
      kind: K,
      place: { namespace: string; labelSelector?: string },
    ) {
      await requireServed(kind);
      const { items } = await send(() =>
        objects.list<ListedKinds[K]>(
          KINDS[kind].apiVersion,
          kind,
          place.namespace,
          undefined,
          undefined,
          undefined,
          undefined,
          place.labelSelector,
        ),
      );
      return items;
    },

    async apply(kind, object, { force, dryRun }) {
      await requireServed(kind);
      return send(() =>
        objects.patch(
          object,
          undefined,
          dryRun ? 'All' : undefined,
          FIELD_MANAGER,
          force,
          kubernetes.PatchStrategy.ServerSideApply,
        ),
      );
    },

    async remove(kind, object) {
      await requireServed(kind);
      const { uid, resourceVersion } = object.metadata ?? {};
      await send(() =>
        objects.delete(
          { ...identityOf(object), kind, apiVersion: KINDS[kind].apiVersion },
          undefined,
          undefined,
          undefined,
          undefined,
          'Background',
          { preconditions: { uid, resourceVersion } },
        ),
      );
    },

    async annotate({ object, fieldManager, annotations }) {
      const { kind, name, namespace } = object;
      await requireServed(kind);
      await send(() =>
        objects.patch(
          {
            apiVersion: KINDS[kind].apiVersion,
            kind,
            metadata: { name, namespace, annotations },
          },
          undefined,
          undefined,
          fieldManager,
          undefined,
          kubernetes.PatchStrategy.MergePatch,
        ),
      );
    },

    patchDeployment: ({ name, namespace, fieldManager, patch }) =>
      send(() =>
        apps.patchNamespacedDeployment(
          { name, namespace, fieldManager, body: patch },
          asMergePatch,
        ),
      ),

    tryPod: pod =>
      send(() =>
        core.createNamespacedPod({
          namespace: pod.metadata?.namespace ?? '',
          body: pod,
          dryRun: 'All',
          fieldManager: FIELD_MANAGER,
        }),
      ),

    async listPods({ namespace, labelSelector }) {
      const list = await send(() =>
        core.listNamespacedPod({ namespace, labelSelector }),
      );
      return list.items;
    },

    async requestProject({ name, description }) {
      await requireServed('ProjectRequest');
      await send(() =>
        objects.create({
          apiVersion: KINDS.ProjectRequest.apiVersion,
          kind: 'ProjectRequest',
          metadata: { name },
          ...(description && { description }),
        }),
      );
    },

    async mayI({ verb, group, resource, namespace }) {
      const { status } = await send(() =>
        authorization.createSelfSubjectAccessReview({
          body: {
            spec: {
              resourceAttributes: { verb, group, resource, namespace },
            },
          },
        }),
      );
      return status?.allowed ?? false;
    },

    serves: kind => send(() => objects.isServed(kind)),

    takeWarnings() {
      const taken = [...warnings];
      warnings.clear();
      return taken;
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

function identityOf({ metadata }: KubernetesObject): KubernetesObject {
  return { metadata: { name: metadata?.name, namespace: metadata?.namespace } };
}
