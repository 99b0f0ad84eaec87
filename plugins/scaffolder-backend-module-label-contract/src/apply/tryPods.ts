import type { V1Deployment, V1Pod } from '@kubernetes/client-node';
import { quotaShortfalls } from '../plan/quotaShortfalls';
import type { Applied } from './applyOwned';
import { AnsweredError } from '../cluster/ClusterClient';
import type { ObjectName } from '../objects/ObjectName';
import { RefusedError } from '../refusal/Refusal';
import type { Run } from './Run';

/**
 * Finds out whether the pods of a Deployment would be let in. The API server accepts a Deployment whose
 * pods it will refuse, so one pod of its template is tried, and the quotas are summed over all of them.
 *
 * @throws RefusedError: `pod-would-be-refused`, `quota-exceeded`.
 */
export async function tryPods(
  run: Run,
  options: {
    object: ObjectName;
    /** The Deployment as the API server would have it. */
    tried: Applied<V1Deployment>;
    /** Pods of a Deployment that does not exist yet. */
    replicas: number;
  },
): Promise<void> {
  const { client, log } = run;
  const { object, tried, replicas } = options;
  const namespace = object.namespace ?? '';
  const count = newPodsOf(tried, replicas);
  if (count === 0) {
    return;
  }

  const may = (verb: string, resource: string) =>
    client.mayI({ verb, group: '', resource, namespace });
  const [mayTry, maySum] = await Promise.all([
    may('create', 'pods'),
    may('list', 'resourcequotas'),
  ]);
  if (!mayTry) {
    log(
      `The pods of ${object.name} could not be tried: the portal may not create pods on ${client.cluster}`,
    );
    return;
  }
  const pod = await tryPod(run, object, podOf(tried.object));

  if (!maySum) {
    log(
      `The quotas of namespace ${namespace} could not be summed: the portal may not list resourcequotas on ${client.cluster}`,
    );
    return;
  }
  const quotas = await client.list('ResourceQuota', { namespace });
  const shortfalls = quotaShortfalls({ quotas, pod, count });
  if (shortfalls.length > 0) {
    throw new RefusedError({ kind: 'quota-exceeded', object, shortfalls });
  }
}

async function tryPod(
  { client, log }: Run,
  object: ObjectName,
  pod: V1Pod,
): Promise<V1Pod> {
  try {
    const tried = await client.tryPod(pod);
    client
      .takeWarnings()
      .forEach(warning =>
        log(
          `${client.cluster} warns of the pods of ${object.name}: ${warning}`,
        ),
      );
    return tried;
  } catch (error) {
    if (
      error instanceof AnsweredError &&
      (error.answer.kind === 'admission-refused' ||
        error.answer.kind === 'object-refused')
    ) {
      throw new RefusedError({
        kind: 'pod-would-be-refused',
        object,
        message: error.answer.message,
      });
    }
    throw error;
  }
}

/** Pods that would be made: all of a new Deployment, at least one of a new revision, else none. */
function newPodsOf(
  { before, changes }: Applied<V1Deployment>,
  replicas: number,
): number {
  if (!before) {
    return replicas;
  }
  const missing = (before.spec?.replicas ?? 1) - (before.status?.replicas ?? 0);
  const isNewRevision = changes.some(path => path.startsWith('spec.template'));
  return Math.max(missing, isNewRevision ? 1 : 0, 0);
}

/** What the ReplicaSet would make, under a name that nobody else asks for. */
function podOf({ metadata, spec }: V1Deployment): V1Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...spec?.template.metadata,
      generateName: `${metadata?.name}-`,
      namespace: metadata?.namespace,
    },
    spec: spec?.template.spec,
  };
}
