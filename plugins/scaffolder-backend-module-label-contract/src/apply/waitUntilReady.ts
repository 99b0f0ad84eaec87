import { selectorLabels } from '../manifests/workloadLabels';
import { refusalAt } from '../cluster/refusalAt';
import { AnsweredError } from '../cluster/ClusterClient';
import type { WorkloadToDeploy } from './deployWorkload';
import type { ObjectName } from '../objects/ObjectName';
import { RefusedError } from '../refusal/Refusal';
import { RolloutFacts, rolloutState } from './rolloutState';
import type { Run } from './Run';
import { waitForRollout } from './waitForRollout';

/**
 * Waits until all pods of a workload are ready, and tells the log how far they are.
 *
 * @throws RefusedError
 */
export async function waitUntilReady(
  run: Run,
  { spec, waitSeconds, diagnose }: WorkloadToDeploy,
): Promise<{ ready: number; told: string }> {
  const { client, record, signal, log } = run;
  const object: ObjectName = {
    kind: 'Deployment',
    name: spec.name,
    namespace: spec.namespace,
  };
  if (waitSeconds === 0) {
    log(`Not waiting for ${spec.name}, as waitSeconds is 0`);
    return { ready: 0, told: 'not waited for' };
  }

  const podSelector = Object.entries(selectorLabels(spec))
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  const state = await waitForRollout({
    object,
    look: () => lookAtRollout(run, object, podSelector),
    waitSeconds,
    signal,
    log,
    onState: ({ ready, of }) =>
      record.noteOwn(object, `${ready} of ${of} ready`),
  }).catch(async error => {
    throw await withDiagnosis(error, () => diagnose?.(client.cluster));
  });
  const pods = state.of === 1 ? 'pod' : 'pods';
  return {
    ready: state.ready,
    told: `${state.ready} of ${state.of} ${pods} ready`,
  };
}

/** "Not ready" is where it shows; why is another question. */
async function withDiagnosis(
  error: unknown,
  diagnose: () => Promise<string | undefined> | undefined,
): Promise<unknown> {
  if (
    !(error instanceof RefusedError) ||
    (error.refusal.kind !== 'not-ready' &&
      error.refusal.kind !== 'pods-refused')
  ) {
    return error;
  }
  return new RefusedError({ ...error.refusal, diagnosis: await diagnose() });
}

async function lookAtRollout(
  { client }: Run,
  object: ObjectName,
  labelSelector: string,
): Promise<RolloutFacts> {
  try {
    const deployment = await client.read('Deployment', object);
    if (!deployment) {
      // Deleted by somebody else while we waited.
      throw new RefusedError({ kind: 'changed-meanwhile', object });
    }
    // Pods tell why it is not ready, and nothing more.
    const isReady = rolloutState({ deployment, pods: [] }).kind === 'ready';
    const pods = isReady
      ? []
      : await client.listPods({
          namespace: object.namespace ?? '',
          labelSelector,
        });
    return { deployment, pods };
  } catch (error) {
    if (error instanceof AnsweredError) {
      throw new RefusedError(refusalAt(error.answer, object));
    }
    throw error;
  }
}
