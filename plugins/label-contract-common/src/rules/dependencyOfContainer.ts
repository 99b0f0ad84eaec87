import { ServiceFacts } from '../facts/CompanionFacts';
import { ClusterFacts, WatchedKind } from '../facts/Facts';
import { PodFacts } from '../facts/PodFacts';
import { dependencyOfLogLines } from '../logs/dependencyOfLogLines';
import { LogFinding } from '../logs/LogFinding';
import { HostPlace, placeOfHost } from '../logs/placeOfHost';
import { FactsView, Place } from '../match/FactsView';
import { linesOf, LogSource } from './lastLinesOf';

type ReachFailure = Extract<LogFinding, { kind: 'dependency' }>;

/**
 * What became of the host that a container could not reach.
 *
 * - `nothing-to-say`: no line reports such a thing, or the host is there.
 * - `missing`: no Service of that name is in that namespace; `elsewhere` are namespaces with one.
 * - `no-endpoints`: the Service is there, and no ready address behind it.
 * - the others: it cannot be told.
 */
export type Dependency =
  | { readonly kind: 'nothing-to-say' }
  | {
      readonly kind: 'missing';
      readonly said: ReachFailure;
      readonly service: string;
      readonly namespace: string;
      readonly elsewhere: readonly string[];
    }
  | {
      readonly kind: 'no-endpoints';
      readonly said: ReachFailure;
      readonly service: ServiceFacts;
    }
  | { readonly kind: 'log-not-read' }
  | { readonly kind: 'log-not-understood' }
  | { readonly kind: 'outside-cluster'; readonly host: string }
  | {
      readonly kind: 'kinds-not-read';
      readonly kinds: readonly WatchedKind[];
    };

/** What the log of one container says about a dependency, held against the Services of its cluster. */
export function dependencyOfContainer(source: LogSource): Dependency {
  const lines = linesOf(source);
  if (!lines) {
    return { kind: 'log-not-read' };
  }
  const said = dependencyOfLogLines(lines);
  switch (said.kind) {
    case 'dependency':
      // Whoever refuses a certificate was reached.
      return said.problem === 'tls'
        ? { kind: 'nothing-to-say' }
        : lookUp(said, source);
    case 'not-understood':
      return { kind: 'log-not-understood' };
    case 'none':
      return { kind: 'nothing-to-say' };
    default:
      return said satisfies never;
  }
}

function lookUp(said: ReachFailure, { pod, facts }: LogSource): Dependency {
  const services = [...facts.servicesOn(pod.cluster)];
  const place = placeOf(said.target.host, { pod, facts, services });
  switch (place.kind) {
    case 'own-pod':
      return { kind: 'nothing-to-say' };
    case 'outside':
      return { kind: 'outside-cluster', host: said.target.host };
    case 'cluster-ip': {
      const service = services.find(({ clusterIps }) =>
        clusterIps.includes(place.ip),
      );
      return service
        ? endpointsOf(said, { service, facts })
        : { kind: 'outside-cluster', host: said.target.host };
    }
    case 'service': {
      const { namespace, name } = place;
      const service = services.find(
        each => each.namespace === namespace && each.name === name,
      );
      if (service) {
        return endpointsOf(said, { service, facts });
      }
      const unread = unreadKinds(
        // The pod's own namespace is there for sure.
        namespace === pod.namespace ? ['Service'] : ['Namespace', 'Service'],
        { cluster: pod.cluster, namespace, facts },
      );
      return unread.length > 0
        ? { kind: 'kinds-not-read', kinds: unread }
        : {
            kind: 'missing',
            said,
            service: name,
            namespace,
            elsewhere: services
              .filter(each => each.name === name)
              .map(each => each.namespace)
              .sort(),
          };
    }
    default:
      return place satisfies never;
  }
}

function placeOf(
  host: string,
  options: {
    pod: PodFacts;
    facts: FactsView;
    services: readonly ServiceFacts[];
  },
): HostPlace {
  const { pod, facts, services } = options;
  const { cluster, namespace } = pod;
  const areNamespacesRead =
    unreadKinds(['Namespace'], { cluster, namespace, facts }).length === 0;
  return placeOfHost(host, {
    namespace,
    podName: pod.name,
    namespaces: {
      // What was not read may be there.
      has: name =>
        !areNamespacesRead ||
        name === namespace ||
        facts.namespace({ cluster, namespace: name }) !== undefined,
    },
    clusterIps: new Set(services.flatMap(({ clusterIps }) => clusterIps)),
  });
}

function endpointsOf(
  said: ReachFailure,
  { service, facts }: { service: ServiceFacts; facts: FactsView },
): Dependency {
  if (service.externalName !== undefined) {
    return { kind: 'outside-cluster', host: service.externalName };
  }
  const unread = unreadKinds(['EndpointSlice'], { ...service, facts });
  if (unread.length > 0) {
    return { kind: 'kinds-not-read', kinds: unread };
  }
  const hasEndpoints = [...facts.endpointSlicesIn(service)].some(
    slice => slice.service === service.name && slice.readyAddresses > 0,
  );
  return hasEndpoints
    ? { kind: 'nothing-to-say' }
    : { kind: 'no-endpoints', said, service };
}

/** Those of some kinds that are not known in a namespace as well as pods are. */
function unreadKinds(
  kinds: readonly WatchedKind[],
  { cluster, namespace, facts }: Place & { facts: FactsView },
): WatchedKind[] {
  const known = [...facts.clusters()].find(({ name }) => name === cluster);
  const isWatched =
    known?.namespaces === undefined || known.namespaces.includes(namespace);
  return kinds.filter(kind => !isWatched || !isRead(kind, known));
}

/** Whether a watch delivers, or stopped no earlier than that of pods: what it says is of one time. */
function isRead(kind: WatchedKind, cluster: ClusterFacts | undefined): boolean {
  const state = cluster?.watches[kind];
  return (
    state?.kind === 'live' ||
    (state?.kind === 'stale' && cluster?.watches.Pod?.kind === 'stale')
  );
}
