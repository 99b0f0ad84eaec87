import { clusterRules } from './allRules';
import { ClusterFinding } from './Finding';
import { ClusterCheck, usualOf } from './Rule';

/** What is wrong with the way to one cluster, the most important first. */
export function checkCluster(options: ClusterCheck): ClusterFinding[] {
  return clusterRules.flatMap(rule => {
    const breach = rule.check(options);
    return breach ? [{ ...usualOf(rule), ...breach }] : [];
  });
}
