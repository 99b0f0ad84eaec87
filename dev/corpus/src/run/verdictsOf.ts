import {
  ClusterFacts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import { refOf } from '../fleet/refOf';
import { ExpectedFinding } from '../mutations/Mutation';
import { Fleet, Service } from '../fleet/Fleet';
import { forbiddenWorkloadKinds, isLive } from '../fleet/makeCluster';
import { isHealthRule } from './isHealthRule';

/** The two answers that are right for one entity. */
export interface Verdicts {
  readonly contract: string;
  readonly health: string;
}

/** The verdicts that follow from how the fleet was made and broken; section 3 of the contract. */
export function verdictsOf(options: {
  fleet: Fleet;
  service: Service;
  expected: readonly ExpectedFinding[];
}): Verdicts {
  const { fleet, service, expected } = options;
  if (service.claim === 'opted-out') {
    return { contract: 'not-applicable', health: 'not-applicable' };
  }
  const isViolated = expected.some(
    ({ entityRef, rule, severity, evidence }) =>
      entityRef === refOf(service) &&
      severity === 'error' &&
      evidence !== 'weak' &&
      !isHealthRule(rule),
  );
  if (service.claim === 'none' || service.claim === 'broken') {
    return {
      contract: isViolated ? 'violated' : 'not-applicable',
      health: 'not-applicable',
    };
  }

  const own = fleet.workloads.filter(({ top }) =>
    service.workloads.includes(top.uid),
  );
  const runs = new Set(own.map(workload => workload.runs));
  const doubt = doubtOf(fleet, service);
  return {
    contract: isViolated ? 'violated' : doubt ?? 'met',
    health: runs.has('failing')
      ? 'failing'
      : doubt ??
        (['progressing', 'healthy'] as const).find(each => runs.has(each)) ??
        'nothing-running',
  };
}

/**
 * Why nothing can be said: what is not read could change the answer, as the service has something there,
 * or nowhere else; or there is nothing to judge.
 */
function doubtOf(fleet: Fleet, service: Service): string | undefined {
  const own = fleet.workloads
    .map(({ top }) => top)
    .filter(({ uid }) => service.workloads.includes(uid));
  const isHere = ({ name }: ClusterFacts) =>
    own.some(({ cluster }) => cluster === name);
  // What it has on one cluster it may have on another; of a service without anything nobody knows.
  const mayHave = (kind: WatchedKind) =>
    own.length === 0 || own.some(top => top.kind === kind);
  const isIncomplete = (cluster: ClusterFacts) =>
    !isLive(cluster) || forbiddenWorkloadKinds(cluster).some(mayHave);

  const isKnownElsewhere = fleet.clusters.some(
    cluster => isHere(cluster) && !isIncomplete(cluster),
  );
  if (
    fleet.clusters.some(
      cluster =>
        isIncomplete(cluster) && (isHere(cluster) || !isKnownElsewhere),
    )
  ) {
    return 'unknown';
  }
  return own.length === 0 ? 'not-applicable' : undefined;
}
