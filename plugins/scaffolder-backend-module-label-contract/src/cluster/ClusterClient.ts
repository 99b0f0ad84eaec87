import type {
  KubernetesObject,
  V1Deployment,
  V1Pod,
} from '@kubernetes/client-node';
import type { KnownKind } from '../objects/kinds';
import type { ListedKind, ListedKinds } from '../objects/ListedKinds';
import type { ObjectName } from '../objects/ObjectName';
import type { Right } from '../objects/Right';
import type { WrittenKind, WrittenKinds } from '../objects/WrittenKinds';
import type { AnsweredRefusal } from './refusalOfAnswer';

/** Where an object is; `namespace` is not used for a Namespace. */
export interface ObjectPlace {
  name: string;
  namespace?: string;
}

/** Thrown by a {@link ClusterClient} when the API server says no. */
export class AnsweredError extends Error {
  readonly name = 'AnsweredError';

  constructor(readonly answer: AnsweredRefusal) {
    super(answer.kind);
  }
}

/** How an object is applied. */
export interface ApplyOptions {
  /** Takes fields from whoever holds them. */
  force: boolean;
  /** All checks of the API server, and nothing written. */
  dryRun?: boolean;
}

/**
 * The requests that the actions send to one cluster, one after the other.
 *
 * Every method throws AnsweredError when the API server says no, and RefusedError when there is no
 * answer (`unreachable`, `cancelled`) or the cluster does not know the kind (`kind-not-served`).
 */
export interface ClusterClient {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Undefined where the object does not exist. */
  read<K extends WrittenKind>(
    kind: K,
    place: ObjectPlace,
  ): Promise<WrittenKinds[K] | undefined>;
  /** The objects of a kind in a namespace that have the labels, `key=value` with commas between. */
  list<K extends ListedKind>(
    kind: K,
    place: { namespace: string; labelSelector?: string },
  ): Promise<ListedKinds[K][]>;
  /** Server-side apply. A `resourceVersion` in the object has to be that of the object there. */
  apply<K extends WrittenKind>(
    kind: K,
    object: WrittenKinds[K],
    options: ApplyOptions,
  ): Promise<WrittenKinds[K]>;
  /** Deletes the object that was read, and no other: with its uid and resource version as preconditions. */
  remove(kind: WrittenKind, object: KubernetesObject): Promise<void>;
  /** Sets annotations of an object that is there, as the given field manager. */
  annotate(options: {
    object: ObjectName;
    fieldManager: string;
    annotations: Record<string, string>;
  }): Promise<void>;
  /** Changes fields of a Deployment, as the given field manager. */
  patchDeployment(options: {
    name: string;
    namespace: string;
    fieldManager: string;
    patch: object;
  }): Promise<V1Deployment>;
  /** Lets the API server check a Pod as if it were created: admission, quota, defaults. Nothing is written. */
  tryPod(pod: V1Pod): Promise<V1Pod>;
  listPods(options: {
    namespace: string;
    labelSelector?: string;
  }): Promise<V1Pod[]>;
  /** Asks OpenShift for a project, which makes a namespace with the quota and roles of new projects. */
  requestProject(options: {
    name: string;
    description?: string;
  }): Promise<void>;
  /** Whether the portal may. Everybody who is signed in may ask. */
  mayI(right: Right): Promise<boolean>;
  /** Name of the portal's account; undefined where the API server does not tell (Kubernetes before 1.28). */
  whoAmI(): Promise<string | undefined>;
  /** Whether the cluster knows the kind. */
  serves(kind: KnownKind): Promise<boolean>;
  /** What the API server warned of since this was called last, each once. */
  takeWarnings(): string[];
  /** The object as YAML, as `kubectl` would take it. */
  toYaml(object: object): string;
  /** Closes the connections. */
  close(): void;
}
