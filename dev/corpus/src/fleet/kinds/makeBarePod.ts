import {
  PodFacts,
  ReplicaSetFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload } from '../Fleet';
import { ended, makePod, makePods } from '../makePod';
import { templatedFacts, WorkloadSpec } from './WorkloadSpec';

/** What a pod that nothing controls does. */
export type PodSituation = 'steady' | 'completed';

/** Makes a pod that nothing controls. */
export function makeBarePod(
  spec: WorkloadSpec,
  situation: PodSituation,
): FleetWorkload {
  const { uid, name } = templatedFacts(spec);
  const made = makePod({
    owner: { ...templatedFacts(spec), kind: 'none' },
    labels: spec.labels,
    suffix: '',
  });
  const pod: PodFacts = {
    ...made,
    uid,
    name,
    controllerUid: undefined,
    controllerKind: undefined,
    manager: spec.manager,
    isOptedOut: spec.isOptedOut,
  };
  return situation === 'completed'
    ? { top: ended(pod, 'Succeeded'), below: [], runs: 'nothing-running' }
    : { top: pod, below: [], runs: 'healthy' };
}

/** Makes a ReplicaSet that nothing controls. */
export function makeBareReplicaSet(spec: WorkloadSpec): FleetWorkload {
  const { labels, replicas } = spec;
  const top: ReplicaSetFacts = {
    kind: 'ReplicaSet',
    ...templatedFacts(spec),
    desiredReplicas: replicas,
    readyReplicas: replicas,
  };
  return {
    top,
    below: makePods({ owner: top, labels, count: replicas }),
    runs: 'healthy',
  };
}
