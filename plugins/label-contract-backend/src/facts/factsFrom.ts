import {
  Facts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import { factsFromDeployment } from './factsFromDeployment';
import { factsFromPod } from './factsFromPod';
import { factsFromReplicaSet } from './factsFromReplicaSet';

/** For every watched kind: from the API server's JSON to the little that is kept of it. */
export const factsFrom: Readonly<
  Record<WatchedKind, (raw: unknown, cluster: string) => Facts>
> = {
  Deployment: factsFromDeployment,
  ReplicaSet: factsFromReplicaSet,
  Pod: factsFromPod,
};
