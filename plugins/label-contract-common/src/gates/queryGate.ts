import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ID } from '../annotations';
import { EntityClaim } from '../claim/EntityClaim';
import { isNamespaceName } from '../claim/isNamespaceName';
import { isCoreKind } from '../facts/coreKinds';
import { ClusterFacts } from '../facts/Facts';
import { WorkloadKind } from '../facts/WorkloadFacts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { parseSelector } from '../selector/parseSelector';
import { Selector } from '../selector/Selector';
import { GateState, QueryGateReport, UnreadableKind } from './GateReport';
import { KubernetesTabSettings } from './KubernetesTabSettings';
import { namesOfWorkloads } from './namesOfWorkloads';
import { TAB_KINDS } from './tabKinds';
import { kindsNotAskedFor, neededKinds, refusalOf } from './wayToTab';

/** Any of them read is a sign that the cluster was. */
const ROW_KINDS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
] as const;

/** A kind that does not come back from the query on a cluster. */
interface BlockedKind {
  readonly cluster: string;
  readonly kind: WorkloadKind;
  readonly why: 'not-asked' | UnreadableKind['problem'];
}

/**
 * Gate 3. The selector annotation is sent as it is, else a selector made of the id; one namespace where
 * it is annotated; one list for each object type.
 * Source: `@backstage/plugin-kubernetes-backend`, `KubernetesFanOutHandler.fanOutRequests`.
 *
 * @public
 */
export function queryGate(options: {
  entity: Entity;
  claim: EntityClaim | undefined;
  settings: KubernetesTabSettings;
  /** Those that are asked. */
  clusters: readonly ClusterFacts[];
  workloads: readonly MatchedWorkload[];
}): QueryGateReport {
  const { entity, claim, settings, clusters, workloads } = options;
  if (!claim) {
    const query = `${KUBERNETES_ID}=${entity.metadata.name}`;
    return gate('unknown', { id: 'falls-back-to-name', values: { query } });
  }
  const sent = { query: claim.query, namespace: claim.namespace };
  const everything = namesOfWorkloads(workloads);

  const parsed = parseSelector(claim.query);
  if (parsed.kind === 'invalid') {
    const values = { ...sent, problem: parsed.problem };
    return gate('closed', { id: 'refused', values }, everything);
  }
  if (claim.id !== undefined && !asksForOneValue(parsed.selector)) {
    return gate('closed', { id: 'asks-for-no-id', values: sent }, everything);
  }
  if (claim.namespace && !isNamespaceName(claim.namespace)) {
    const values = { ...sent, namespace: claim.namespace };
    return gate('closed', { id: 'namespace-illegal', values }, everything);
  }

  const blocked = blockedKinds(options);
  if (blocked.length > 0) {
    const notAsked = blocked.filter(({ why }) => why === 'not-asked');
    const reason: QueryGateReport['reason'] =
      notAsked.length > 0
        ? {
            id: 'kinds-not-asked',
            values: { ...sent, ...namesInConfig(notAsked) },
          }
        : {
            id: 'kinds-not-readable',
            values: { ...sent, kinds: blocked.flatMap(unreadableKind) },
          };
    return gate(
      isAnyRowLeft(options, blocked) ? 'partly' : 'closed',
      reason,
      namesOfWorkloads(workloads.filter(isHeldBackBy(blocked, settings))),
    );
  }
  return clusters.some(({ watches }) =>
    ROW_KINDS.some(kind => {
      const state = watches[kind];
      return state !== undefined && 'asOf' in state;
    }),
  )
    ? gate('open', { id: 'sent', values: sent })
    : gate('unknown', { id: 'not-read', values: sent });
}

function gate(
  state: GateState,
  reason: QueryGateReport['reason'],
  holdsBack: readonly string[] = [],
): QueryGateReport {
  return { gate: 'query', state, reason, holdsBack };
}

/** `a,b` is two conditions, and a blank id asks for the empty value. */
function asksForOneValue(selector: Selector): boolean {
  const [first, ...others] = selector;
  return (
    others.length === 0 &&
    first?.operator === 'in' &&
    first.key === KUBERNETES_ID &&
    first.values.join() !== ''
  );
}

/** Kinds that this gate is about: those of the workloads, or of what a service usually is. */
function kindsInQuestion(
  workloads: readonly MatchedWorkload[],
): readonly WorkloadKind[] {
  return workloads.length === 0
    ? ['Deployment']
    : [...new Set(workloads.map(({ facts }) => facts.kind))];
}

/** What does not come back from the query of what the workloads need, and why. */
function blockedKinds(options: {
  settings: KubernetesTabSettings;
  clusters: readonly ClusterFacts[];
  workloads: readonly MatchedWorkload[];
}): BlockedKind[] {
  const { settings, clusters, workloads } = options;
  return clusters.flatMap(cluster => {
    const places = kindsInQuestion(workloads).map(kind => ({
      kind,
      cluster: cluster.name,
      settings,
    }));
    const notAsked = new Set(places.flatMap(kindsNotAskedFor));
    return [...new Set(places.flatMap(neededKinds))].flatMap(kind => {
      const why = notAsked.has(kind) ? 'not-asked' : refusalOf(kind, cluster);
      return why === undefined || isMissedByNobody(why, kind)
        ? []
        : [{ cluster: cluster.name, kind, why }];
    });
  });
}

/** What a cluster does not serve cannot exist there; it hides nothing, unless it is what all rows need. */
function isMissedByNobody(why: BlockedKind['why'], kind: WorkloadKind) {
  return why === 'not-served' && !isCoreKind(kind);
}

/** Object types and custom resources, as the configuration would name them. */
function namesInConfig(blocked: readonly BlockedKind[]) {
  const kinds = [...new Set(blocked.map(({ kind }) => kind))].map(
    kind => TAB_KINDS[kind],
  );
  return {
    objectTypes: kinds.flatMap(({ objectType }) => objectType ?? []),
    customResources: kinds
      .filter(({ objectType }) => objectType === undefined)
      .map(({ group, plural }) => (group ? `${group}/${plural}` : plural)),
  };
}

function unreadableKind({ cluster, kind, why }: BlockedKind): UnreadableKind[] {
  return why === 'not-asked' ? [] : [{ cluster, kind, problem: why }];
}

/** Whether rows of any kind in question still come from any cluster. */
function isAnyRowLeft(
  options: Parameters<typeof blockedKinds>[0],
  blocked: readonly BlockedKind[],
): boolean {
  return options.clusters.some(({ name }) =>
    kindsInQuestion(options.workloads).some(
      kind =>
        !blocked.some(each => each.cluster === name && each.kind === kind),
    ),
  );
}

function isHeldBackBy(
  blocked: readonly BlockedKind[],
  settings: KubernetesTabSettings,
) {
  return ({ facts: { kind, cluster } }: MatchedWorkload): boolean =>
    neededKinds({ kind, cluster, settings }).some(needed =>
      blocked.some(each => each.cluster === cluster && each.kind === needed),
    );
}
