import type {
  V1Deployment,
  V1Namespace,
  V1Pod,
  V1Service,
} from '@kubernetes/client-node';
import type { AnsweredRefusal } from './refusalOfAnswer';

/** The kinds that the actions write. */
export interface WrittenKinds {
  Namespace: V1Namespace;
  Deployment: V1Deployment;
  Service: V1Service;
}

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

/**
 * The requests that the actions send to one cluster.
 *
 * Every method throws AnsweredError when the API server says no, and RefusedError (`unreachable`,
 * `cancelled`) when there is no answer.
 */
export interface ClusterClient {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Undefined where the object does not exist. */
  read<K extends keyof WrittenKinds>(
    kind: K,
    place: ObjectPlace,
  ): Promise<WrittenKinds[K] | undefined>;
  /** Server-side apply. A `resourceVersion` in the object has to be that of the object there. */
  apply<K extends keyof WrittenKinds>(
    kind: K,
    object: WrittenKinds[K],
    options: { force: boolean },
  ): Promise<WrittenKinds[K]>;
  /** Changes fields of a Deployment, as the given field manager. */
  patchDeployment(options: {
    name: string;
    namespace: string;
    fieldManager: string;
    patch: object;
  }): Promise<V1Deployment>;
  listPods(options: {
    namespace: string;
    labelSelector: string;
  }): Promise<V1Pod[]>;
  /** The object as YAML, as `kubectl` would take it. */
  toYaml(object: object): string;
  /** Closes the connections. */
  close(): void;
}
