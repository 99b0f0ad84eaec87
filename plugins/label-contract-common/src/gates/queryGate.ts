import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ID } from '../annotations';
import { EntityClaim } from '../claim/EntityClaim';
import { isNamespaceName } from '../claim/isNamespaceName';
import { ClusterFacts, WatchedKind } from '../facts/Facts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { parseSelector } from '../selector/parseSelector';
import { Selector } from '../selector/Selector';
import { GateState, QueryGateReport, UnreadableKind } from './GateReport';
import {
  CustomResourceType,
  KubernetesTabSettings,
} from './KubernetesTabSettings';
import { namesOfWorkloads } from './namesOfWorkloads';

/** Without Deployments there are no rows; without the others no pods in them. */
const OBJECT_TYPES = ['deployments', 'replicasets', 'pods'] as const;
const KINDS: readonly WatchedKind[] = ['Deployment', 'ReplicaSet', 'Pod'];

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
  const { entity, claim, clusters, workloads } = options;
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

  const objectTypes = objectTypesNotAsked(options);
  if (objectTypes.length > 0) {
    return gate(
      objectTypes.includes('deployments') ? 'closed' : 'partly',
      { id: 'kinds-not-asked', values: { ...sent, objectTypes } },
      everything,
    );
  }

  const kinds = clusters.flatMap(unreadableKinds);
  if (kinds.length > 0) {
    const affected = new Set(kinds.map(({ cluster }) => cluster));
    return gate(
      hasReadableRows(clusters, kinds) ? 'partly' : 'closed',
      { id: 'kinds-not-readable', values: { ...sent, kinds } },
      namesOfWorkloads(
        workloads.filter(({ deployment }) => affected.has(deployment.cluster)),
      ),
    );
  }
  return clusters.some(({ watches }) => 'asOf' in watches.Deployment)
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

/** Object types that the configuration leaves out, as far as Deployments and their pods need them. */
function objectTypesNotAsked(options: {
  settings: KubernetesTabSettings;
  clusters: readonly ClusterFacts[];
}): string[] {
  const { settings, clusters } = options;
  const left = OBJECT_TYPES.filter(
    type => !settings.objectTypes.includes(type),
  );
  // As a custom resource a Deployment gets a row among these, and no pods in it.
  const isCustomEverywhere = clusters.every(({ name }) =>
    (
      settings.clusters.find(cluster => cluster.name === name)
        ?.customResources ?? settings.customResources
    ).some(isDeployment),
  );
  return left.includes('deployments') && isCustomEverywhere
    ? ['replicasets', 'pods']
    : left;
}

function isDeployment({ group, plural }: CustomResourceType): boolean {
  return group === 'apps' && plural === 'deployments';
}

function unreadableKinds(cluster: ClusterFacts): UnreadableKind[] {
  return KINDS.flatMap(kind => {
    const state = cluster.watches[kind];
    const problem = 'problem' in state ? state.problem.reason : undefined;
    return problem === 'forbidden' || problem === 'not-served'
      ? [{ cluster: cluster.name, kind, problem }]
      : [];
  });
}

/** Whether Deployments of any cluster get through. */
function hasReadableRows(
  clusters: readonly ClusterFacts[],
  unreadable: readonly UnreadableKind[],
): boolean {
  return clusters.some(
    ({ name }) =>
      !unreadable.some(
        ({ cluster, kind }) => cluster === name && kind === 'Deployment',
      ),
  );
}
