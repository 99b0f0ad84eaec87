import { ClusterFacts } from '../facts/Facts';
import { WorkloadKind } from '../facts/WorkloadFacts';
import {
  CustomResourceType,
  KubernetesTabSettings,
} from './KubernetesTabSettings';
import { TAB_KINDS } from './tabKinds';

/** Who asks the Kubernetes plugin about workloads of which kind, and where. */
export interface KindInPlace {
  readonly kind: WorkloadKind;
  readonly cluster: string;
  readonly settings: KubernetesTabSettings;
}

/** Custom resources that the plugin asks for on a cluster: its own, or else those of all. */
export function customResourcesOf(
  settings: KubernetesTabSettings,
  cluster: string,
): readonly CustomResourceType[] {
  return (
    settings.clusters.find(({ name }) => name === cluster)?.customResources ??
    settings.customResources
  );
}

/** Whether the plugin asks for a kind as an object type of its own: then it knows it. */
function isObjectType({ kind, settings }: KindInPlace): boolean {
  const { objectType } = TAB_KINDS[kind];
  return objectType !== undefined && settings.objectTypes.includes(objectType);
}

function isCustomResource({ kind, cluster, settings }: KindInPlace): boolean {
  const { group, plural } = TAB_KINDS[kind];
  return customResourcesOf(settings, cluster).some(
    each => each.group === group && each.plural === plural,
  );
}

/** Whether the plugin asks for a kind at all. */
export function isAskedFor(place: KindInPlace): boolean {
  return isObjectType(place) || isCustomResource(place);
}

/**
 * What is drawn of a workload of a kind, provided that it comes back from the query. As a custom
 * resource every kind has a row; and what is known only as one has no pods in it, but for a Rollout.
 */
export function drawnOf(place: KindInPlace): { row: boolean; pods: boolean } {
  const { draws } = TAB_KINDS[place.kind];
  const isCustomOnly = isCustomResource(place) && !isObjectType(place);
  return {
    row: draws !== 'nothing' || isCustomResource(place),
    pods:
      draws === 'row-and-pods' && (place.kind === 'Rollout' || !isCustomOnly),
  };
}

/**
 * Kinds that the row of a workload, or the pods in it, need and that are not asked for. A kind that pods
 * are found through has to be known as what it is: as a custom resource it is not.
 */
export function kindsNotAskedFor(place: KindInPlace): WorkloadKind[] {
  return neededKinds(place).filter(kind =>
    kind === place.kind
      ? !isAskedFor(place)
      : !isObjectType({ ...place, kind }),
  );
}

/** Kinds that have to come back from the query for a workload to be drawn as far as it can be. */
export function neededKinds(place: KindInPlace): WorkloadKind[] {
  const { kind } = place;
  return [kind, ...(drawnOf(place).pods ? TAB_KINDS[kind].podsThrough : [])];
}

/** Whether the API server hands out a kind; what has not been read yet is not refused. */
export function refusalOf(
  kind: WorkloadKind,
  cluster: ClusterFacts,
): 'forbidden' | 'not-served' | undefined {
  const state = cluster.watches[kind];
  const reason = state && 'problem' in state ? state.problem.reason : undefined;
  return reason === 'forbidden' || reason === 'not-served' ? reason : undefined;
}
