import { Fleet, Service } from '../fleet/Fleet';
import { isLive } from '../fleet/makeCluster';
import { refOf } from '../fleet/refOf';
import { expectFor, isDrawn, isOfKind, removeWorkloads } from './changeFleet';
import { ExpectedFinding, Mutation } from './Mutation';

/** Kinds that can be left out of what the Kubernetes plugin asks for, by its word for them. */
const OBJECT_TYPES = {
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
  CronJob: 'cronjobs',
} as const;

type Omissible = keyof typeof OBJECT_TYPES;

function isOmissible(kind: string): kind is Omissible {
  return Object.hasOwn(OBJECT_TYPES, kind);
}

/** The plugin does not ask for one kind any more: every service that has some of it is concerned. */
function expectedWithout(fleet: Fleet, kind: Omissible): ExpectedFinding[] {
  const workloadsOf = (service: Service) =>
    fleet.workloads.filter(({ top }) => service.workloads.includes(top.uid));
  return fleet.services
    .filter(
      service =>
        service.claim === 'sound' &&
        workloadsOf(service).some(workload => isOfKind(workload, kind)),
    )
    .flatMap(service => {
      const isVisible = workloadsOf(service).some(
        workload => isDrawn(workload) && !isOfKind(workload, kind),
      );
      return expectFor([service], {
        rule: 'kind-asked-for',
        subject: refOf(service),
        severity: isVisible ? 'warning' : 'error',
        evidence: 'exact',
        owner: 'ops',
      });
    });
}

/** Labels are right, and the tab shows nothing all the same. */
export const kindMutations: readonly Mutation[] = [
  {
    name: 'the Kubernetes plugin does not ask for a kind',
    part: 'claim',
    needsQuietNamespace: true,
    apply({ fleet, target }) {
      const { kind } = target.workload.top;
      if (!isOmissible(kind) || !fleet.clusters.every(isLive)) {
        return undefined;
      }
      const { objectTypes } = fleet.settings;
      return {
        fleet: {
          ...fleet,
          settings: {
            ...fleet.settings,
            objectTypes: objectTypes.filter(
              each => each !== OBJECT_TYPES[kind],
            ),
          },
        },
        expected: expectedWithout(fleet, kind),
      };
    },
  },
  {
    name: 'nothing is left of a service but a kind that the tab does not draw',
    part: 'labels',
    level: 'both',
    needsQuietNamespace: true,
    apply({ fleet, target }) {
      const { service, workload } = target;
      const { top } = workload;
      const isHook = top.kind === 'Job' && top.isHook === true;
      if (!isOfKind(workload, 'Job', 'Pod', 'ReplicaSet') || isHook) {
        return undefined;
      }
      return {
        fleet: removeWorkloads(
          fleet,
          service.workloads.filter(uid => uid !== top.uid),
        ),
        expected: expectFor([service], {
          rule: 'kind-drawn',
          subject: refOf(service),
          severity: 'error',
          evidence: 'exact',
          owner: 'ops',
        }),
      };
    },
  },
];
