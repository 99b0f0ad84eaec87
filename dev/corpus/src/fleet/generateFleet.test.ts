import { factsOfFleet } from './factsOfFleet';
import { generateFleet } from './generateFleet';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';

const fleets = Array.from({ length: 200 }, (_, seed) => generateFleet(seed));

describe('generateFleet', () => {
  it('makes the same fleet of the same seed, and another of the next', () => {
    expect(generateFleet(7)).toEqual(fleets[7]);
    expect(generateFleet(8)).not.toEqual(fleets[7]);
  });

  it('gives every object a uid of its own', () => {
    for (const { workloads } of fleets) {
      const uids = workloads.flatMap(({ deployment, revisions }) => [
        deployment.uid,
        ...revisions.flatMap(({ replicaSet, pods }) => [
          replicaSet.uid,
          ...pods.map(({ uid }) => uid),
        ]),
      ]);
      expect(new Set(uids).size).toBe(uids.length);
    }
  });

  it('has clusters in every state, and workloads that do everything but fail', () => {
    const states = fleets.flatMap(({ clusters }) =>
      clusters.map(({ watches }) => watches.Pod.kind),
    );
    expect(new Set(states)).toEqual(
      new Set(['live', 'dark', 'stale', 'syncing']),
    );
    const runs = fleets.flatMap(({ workloads }) =>
      workloads.map(each => each.runs),
    );
    expect(new Set(runs)).toEqual(
      new Set(['healthy', 'progressing', 'nothing-running']),
    );
  });

  it('is looked up by label as by walking through everything', () => {
    for (const fleet of fleets.slice(0, 20)) {
      const facts = factsOfFleet(fleet);
      for (const { term } of fleet.services) {
        const value = term?.value ?? 'nobody';
        const requirement = {
          operator: 'in',
          key: KUBERNETES_ID,
          values: [value],
        } as const;
        // With a second value there is no look-up for it.
        const walked = { ...requirement, values: [value, 'nobody'] };
        expect([...facts.workloadsMatching([requirement])]).toEqual([
          ...facts.workloadsMatching([walked]),
        ]);
      }
    }
  });
});
