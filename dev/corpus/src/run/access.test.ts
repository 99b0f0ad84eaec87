import {
  ClusterFacts,
  evaluateCluster,
  isDispensableKind,
} from '@portal-operations/plugin-label-contract-common';
import { Fleet, NOW } from '../fleet/Fleet';
import { generateFleet } from '../fleet/generateFleet';
import { accessMutations, loseAccess } from '../mutations/accessMutations';
import { evaluateFleet } from './evaluateFleet';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** Fleets in which every cluster is read in full. */
const fleets = SEEDS.map(generateFleet).filter(({ clusters }) =>
  clusters.every(cluster => findingsOf(cluster).length === 0),
);

function findingsOf(cluster: ClusterFacts) {
  return evaluateCluster({ cluster, now: NOW }).findings;
}

function errorsIn(fleet: Fleet): string[] {
  return evaluateFleet(fleet)
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);
}

describe('what is lost of a cluster', () => {
  it('is tried on fleets that are read in full', () => {
    expect(fleets.length).toBeGreaterThan(5);
    expect(fleets.flatMap(errorsIn)).toEqual([]);
  });

  it.each(accessMutations)('is told: $name', mutation => {
    const { rule, severity, kinds } = mutation;
    for (const { clusters } of fleets) {
      for (const cluster of clusters) {
        expect(findingsOf(loseAccess(cluster, mutation))).toMatchObject([
          { rule, severity, subject: { name: cluster.name } },
        ]);
        const [{ message }] = findingsOf(loseAccess(cluster, mutation));
        expect([...message.values.kinds].sort()).toEqual(
          kinds.filter(kind => !isDispensableKind(kind)).sort(),
        );
      }
    }
  });

  it('is told apart where two kinds are lost in two ways', () => {
    const pairs = accessMutations.flatMap(first =>
      accessMutations
        .filter(second =>
          second.kinds.every(kind => !first.kinds.includes(kind)),
        )
        .map(second => [first, second] as const),
    );
    expect(pairs.length).toBeGreaterThan(4);
    for (const [first, second] of pairs) {
      const [{ clusters }] = fleets;
      const rules = findingsOf(
        loseAccess(loseAccess(clusters[0], first), second),
      ).map(({ rule }) => rule);
      expect(new Set(rules)).toEqual(new Set([first.rule, second.rule]));
    }
  });

  it.each(accessMutations)('is no fault of any service: $name', mutation => {
    for (const fleet of fleets) {
      const [first, ...others] = fleet.clusters;
      const clusters = [loseAccess(first, mutation), ...others];
      expect(errorsIn({ ...fleet, clusters })).toEqual([]);
    }
  });
});
