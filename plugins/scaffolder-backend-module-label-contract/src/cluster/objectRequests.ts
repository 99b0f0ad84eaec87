import type {
  Configuration,
  KubernetesObject,
  V1APIResource,
} from '@kubernetes/client-node';
import { FIELD_MANAGER } from '../manifests/ownershipLabels';
import { KINDS, KnownKind } from '../objects/kinds';
import type { ListedKind, ListedKinds } from '../objects/ListedKinds';
import type { WrittenKind, WrittenKinds } from '../objects/WrittenKinds';
import { RefusedError } from '../refusal/Refusal';
import { AnsweredError, ClusterClient, ObjectPlace } from './ClusterClient';
import type { KubernetesClient } from './loadKubernetesClient';
import type { Send } from './requestSender';

const builtIns = new Map(
  Object.entries(KINDS).filter(([, { isBuiltIn }]) => isBuiltIn),
);

/** The requests of a {@link ClusterClient} for objects of any kind. */
export type ObjectRequests = Pick<
  ClusterClient,
  | 'annotate'
  | 'apply'
  | 'list'
  | 'read'
  | 'remove'
  | 'requestProject'
  | 'serves'
>;

/** Requests for objects of any kind. What not every cluster knows is looked up in its discovery. */
export function objectRequests(options: {
  kubernetes: KubernetesClient;
  configuration: Configuration;
  send: Send;
}): ObjectRequests {
  const { kubernetes, configuration, send } = options;
  const { ServerSideApply, MergePatch } = kubernetes.PatchStrategy;

  /** Knows the built-in kinds, so that no step begins by asking where Deployments are. */
  class Objects extends kubernetes.KubernetesObjectApi {
    protected async resource(
      apiVersion: string,
      kind: string,
      configured?: Configuration,
    ): Promise<V1APIResource | undefined> {
      const place = builtIns.get(kind);
      return place?.apiVersion === apiVersion
        ? {
            kind,
            name: place.resource,
            namespaced: place.isNamespaced,
            singularName: '',
            verbs: [],
          }
        : super.resource(apiVersion, kind, configured);
    }

    async isServed(kind: KnownKind): Promise<boolean> {
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

  async function requireServed(kind: KnownKind): Promise<string> {
    const { apiVersion } = KINDS[kind];
    if (!(await send(() => objects.isServed(kind)))) {
      throw new RefusedError({ kind: 'kind-not-served', apiVersion, of: kind });
    }
    return apiVersion;
  }

  return {
    async read<K extends WrittenKind>(
      kind: K,
      { name, namespace = '' }: ObjectPlace,
    ) {
      const apiVersion = await requireServed(kind);
      const metadata = { name, namespace };
      try {
        return await send(() =>
          objects.read<WrittenKinds[K]>({ apiVersion, kind, metadata }),
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
      const apiVersion = await requireServed(kind);
      const { items } = await send(() =>
        objects.list<ListedKinds[K]>(
          apiVersion,
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
          ServerSideApply,
        ),
      );
    },

    async remove(kind, object) {
      const apiVersion = await requireServed(kind);
      const { uid, resourceVersion } = object.metadata ?? {};
      await send(() =>
        objects.delete(
          { ...identityOf(object), kind, apiVersion },
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
      const apiVersion = await requireServed(kind);
      const metadata = { name, namespace, annotations };
      await send(() =>
        objects.patch(
          { apiVersion, kind, metadata },
          undefined,
          undefined,
          fieldManager,
          undefined,
          MergePatch,
        ),
      );
    },

    async requestProject({ name, description }) {
      const kind = 'ProjectRequest';
      const apiVersion = await requireServed(kind);
      const metadata = { name };
      await send(() =>
        objects.create({
          apiVersion,
          kind,
          metadata,
          ...(description && { description }),
        }),
      );
    },

    serves: kind => send(() => objects.isServed(kind)),
  };
}

function identityOf({ metadata }: KubernetesObject): KubernetesObject {
  return { metadata: { name: metadata?.name, namespace: metadata?.namespace } };
}
