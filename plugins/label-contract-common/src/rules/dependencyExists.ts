import { ServiceFacts } from '../facts/CompanionFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { podsOf } from '../match/descendantsOf';
import { levelLabelsOf } from '../match/levelLabelsOf';
import { progressOf } from '../match/WorkloadProgress';
import { Dependency, dependencyOfContainer } from './dependencyOfContainer';
import { DependencyWorkload, HealthFinding } from './Finding';
import { hasToRun } from './hasToRun';
import { healthFinding } from './healthFinding';
import { failedJobOf } from './jobCompletes';
import { NotCheckedReason } from './NotCheckedReason';
import { Breach, defineWorkloadRule, WorkloadCheck } from './Rule';
import {
  crashingContainers,
  PodContainer,
  unfinishedInitContainers,
} from './troubledContainers';

type Missing = Extract<Dependency, { kind: 'missing' }>;
type WithoutEndpoints = Extract<Dependency, { kind: 'no-endpoints' }>;
type Said = Missing['said'];
type DependencyBreach = Breach<
  Extract<HealthFinding, { rule: 'dependency-exists' }>
>;

/**
 * A container ends, and the last lines of its log say that it could not reach a Service of the cluster
 * that does not exist, or that has nobody behind it. If what stands behind it fails itself, that failure
 * is the cause, and whoever acts on it acts on this.
 *
 * @public
 */
export const dependencyExists = defineWorkloadRule({
  id: 'dependency-exists',
  description:
    'Every Service that a container asks for exists and has somebody behind it.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team', 'ops'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  needs: ['Service', 'EndpointSlice', 'Namespace'],
  check: breachOf,
  whyNotChecked(options) {
    return hasToRun(options) && !breachOf(options)
      ? dependenciesOf(options)
          .map(({ dependency }) => whyUnknown(dependency, options))
          .find(reason => reason !== undefined)
      : undefined;
  },
});

function breachOf(options: WorkloadCheck): DependencyBreach | undefined {
  for (const { source, dependency } of dependenciesOf(options)) {
    if (dependency.kind === 'missing') {
      return missingService(dependency, source, options);
    }
    const breach =
      dependency.kind === 'no-endpoints'
        ? serviceWithoutEndpoints(dependency, source, options)
        : undefined;
    if (breach) {
      return breach;
    }
  }
  return undefined;
}

/** What each container that ends, or holds up the others, says that it cannot reach. */
function dependenciesOf(
  options: WorkloadCheck,
): { source: PodContainer; dependency: Dependency }[] {
  const { workload, facts, now } = options;
  const { failing, hanging } = unfinishedInitContainers(workload, now);
  return (
    [
      ...crashingContainers(workload, now),
      ...failing,
      ...hanging,
      ...endedContainers(options),
    ]
      // Who needs more memory than there is did not end for what it could not reach.
      .filter(
        ({ container }) => container.lastTermination?.reason !== 'OOMKilled',
      )
      .map(source => ({
        source,
        dependency: dependencyOfContainer({ ...source, facts }),
      }))
  );
}

/** The containers that a failed Job ended with. */
function endedContainers({ workload, facts }: WorkloadCheck): PodContainer[] {
  const failed = failedJobOf(workload.facts, facts);
  return failed
    ? podsOf(failed, facts)
        .filter(({ phase }) => phase === 'Failed')
        .flatMap(pod => pod.containers.map(container => ({ pod, container })))
        .filter(({ container }) => container.lastTermination?.exitCode)
    : [];
}

function missingService(
  { said, service, namespace, elsewhere }: Missing,
  source: PodContainer,
  { workload }: WorkloadCheck,
): DependencyBreach {
  const values = {
    ...valuesOf(said, source),
    workload: workload.facts.name,
    service,
    namespace,
  };
  return {
    rule: 'dependency-exists',
    ...healthFinding(workload),
    message:
      elsewhere.length > 0
        ? { id: 'other-namespace', values: { ...values, elsewhere } }
        : { id: 'service-missing', values },
  };
}

/** Undefined where the Service leads to nobody but the workload that asks. */
function serviceWithoutEndpoints(
  { said, service }: WithoutEndpoints,
  source: PodContainer,
  options: WorkloadCheck,
): DependencyBreach | undefined {
  const { workload } = options;
  const candidates = workloadsBehind(service, options);
  const others = candidates.filter(each => each.uid !== workload.facts.uid);
  if (candidates.length > others.length) {
    return undefined;
  }
  const described = others.map(other => describeWorkload(other, options));
  const behind = described.find(({ failure }) => failure) ?? described[0];
  return {
    rule: 'dependency-exists',
    ...healthFinding(workload),
    ...(behind?.failure && { owner: behind.failure.owner }),
    message: {
      id: 'no-endpoints',
      values: {
        ...valuesOf(said, source),
        workload: workload.facts.name,
        service: service.name,
        namespace: service.namespace,
        behind,
      },
    },
  };
}

/** Workloads whose pods a Service selects, by name. */
function workloadsBehind(
  service: ServiceFacts,
  { facts }: WorkloadCheck,
): WorkloadFacts[] {
  const selector = Object.entries(service.selector);
  return [...facts.workloadsIn(service)]
    .filter(workload => {
      const { podTemplate } = levelLabelsOf(workload);
      return (
        selector.length > 0 &&
        selector.every(([key, value]) => podTemplate[key] === value)
      );
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function describeWorkload(
  other: WorkloadFacts,
  { healthOfOther }: WorkloadCheck,
): DependencyWorkload {
  const { kind, name, namespace } = other;
  const finding = healthOfOther?.(other);
  return {
    kind,
    name,
    namespace,
    isIdle: progressOf(other).idle !== undefined,
    failure: finding && { rule: finding.rule, owner: finding.owner },
  };
}

function valuesOf({ target, problem, line }: Said, source: PodContainer) {
  const { pod, container } = source;
  return {
    pod: pod.name,
    container: container.name,
    restarts: container.restartCount,
    exitCode: container.lastTermination?.exitCode,
    reason: container.lastTermination?.reason,
    host: target.host,
    port: target.port,
    problem,
    lines: [line],
  };
}

function whyUnknown(
  dependency: Dependency,
  { workload }: WorkloadCheck,
): NotCheckedReason | undefined {
  const { name, cluster } = workload.facts;
  switch (dependency.kind) {
    case 'nothing-to-say':
    case 'missing':
    case 'no-endpoints':
      return undefined;
    case 'log-not-read':
    case 'log-not-understood':
      return { id: dependency.kind, values: { workload: name } };
    case 'outside-cluster':
      return {
        id: dependency.kind,
        values: { workload: name, host: dependency.host },
      };
    case 'kinds-not-read':
      return {
        id: dependency.kind,
        values: { kinds: dependency.kinds, clusters: [cluster] },
      };
    default:
      return dependency satisfies never;
  }
}
