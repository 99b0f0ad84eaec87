import {
  DeploymentFacts,
  Facts,
  PodFacts,
  ReplicaSetFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload } from './Fleet';

/** Flat facts as workloads again, by who controls whom. What they do is not known any more. */
export function workloadsOfFacts(
  facts: readonly Facts[],
): Omit<FleetWorkload, 'runs'>[] {
  const sets = grouped(
    facts.filter((fact): fact is ReplicaSetFacts => fact.kind === 'ReplicaSet'),
  );
  const pods = grouped(
    facts.filter((fact): fact is PodFacts => fact.kind === 'Pod'),
  );
  return facts
    .filter((fact): fact is DeploymentFacts => fact.kind === 'Deployment')
    .map(deployment => ({
      deployment,
      revisions: (sets.get(deployment.uid) ?? []).map(replicaSet => ({
        replicaSet,
        pods: pods.get(replicaSet.uid) ?? [],
      })),
    }));
}

function grouped<T extends { readonly controllerUid?: string }>(
  items: readonly T[],
): Map<string | undefined, T[]> {
  const groups = new Map<string | undefined, T[]>();
  for (const item of items) {
    groups.set(item.controllerUid, [
      ...(groups.get(item.controllerUid) ?? []),
      item,
    ]);
  }
  return groups;
}
