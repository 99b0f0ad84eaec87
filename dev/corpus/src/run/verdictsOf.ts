import { refOf } from '../mutations/changeFleet';
import { ExpectedFinding } from '../mutations/Mutation';
import { Fleet, Service } from '../fleet/Fleet';
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
  if (service.claim === 'opted-out' || service.claim === 'none') {
    return { contract: 'not-applicable', health: 'not-applicable' };
  }
  const isViolated = expected.some(
    ({ entityRef, rule, severity, evidence }) =>
      entityRef === refOf(service) &&
      severity === 'error' &&
      evidence !== 'weak' &&
      !isHealthRule(rule),
  );
  if (service.claim === 'broken') {
    return {
      contract: isViolated ? 'violated' : 'not-applicable',
      health: 'not-applicable',
    };
  }

  const own = fleet.workloads.filter(({ deployment }) =>
    service.workloads.includes(deployment.uid),
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

/** Why nothing can be said: a cluster that is not read and could change the answer, or no workloads. */
function doubtOf(fleet: Fleet, service: Service): string | undefined {
  const own = new Set(
    fleet.workloads
      .map(({ deployment }) => deployment)
      .filter(({ uid }) => service.workloads.includes(uid))
      .map(({ cluster }) => cluster),
  );
  const notRead = fleet.clusters.filter(
    ({ watches }) => watches.Pod.kind !== 'live',
  );
  const isKnownElsewhere = fleet.clusters.some(
    cluster => own.has(cluster.name) && !notRead.includes(cluster),
  );
  if (notRead.some(({ name }) => own.has(name) || !isKnownElsewhere)) {
    return 'unknown';
  }
  return own.size === 0 ? 'not-applicable' : undefined;
}
