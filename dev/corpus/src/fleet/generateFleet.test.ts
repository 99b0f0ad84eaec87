import {
  KUBERNETES_ID,
  Selector,
  viewOnFacts,
} from '@portal-operations/plugin-label-contract-common';
import { factsOfFleet, objectsOfFleet } from './factsOfFleet';
import { generateFleet } from './generateFleet';

const fleets = Array.from({ length: 200 }, (_, seed) => generateFleet(seed));

const named = ({ uid }: { uid: string }) => uid;
const uidsOf = (objects: Iterable<{ uid: string }>) =>
  [...objects].map(named).sort();

describe('generateFleet', () => {
  it('makes the same fleet of the same seed, and another of the next', () => {
    expect(generateFleet(7)).toEqual(fleets[7]);
    expect(generateFleet(8)).not.toEqual(fleets[7]);
  });

  it('gives every object a uid of its own', () => {
    for (const fleet of fleets) {
      const uids = objectsOfFleet(fleet).map(named);
      expect(new Set(uids).size).toBe(uids.length);
    }
  });

  it('has clusters in every state, and workloads of every kind that do everything but fail', () => {
    const states = fleets.flatMap(({ clusters }) =>
      clusters.flatMap(({ watches }) =>
        Object.values(watches).map(watch =>
          'problem' in watch
            ? `${watch.kind}: ${watch.problem.reason}`
            : watch.kind,
        ),
      ),
    );
    expect(new Set(states)).toEqual(
      new Set([
        'live',
        'dark: unreachable',
        'dark: forbidden',
        'dark: not-served',
        'stale: unreachable',
        'syncing',
      ]),
    );
    const workloads = fleets.flatMap(fleet => fleet.workloads);
    expect(new Set(workloads.map(({ runs }) => runs))).toEqual(
      new Set(['healthy', 'progressing', 'nothing-running']),
    );
    expect(new Set(workloads.map(({ top }) => top.kind))).toEqual(
      new Set([
        'Deployment',
        'StatefulSet',
        'DaemonSet',
        'CronJob',
        'Job',
        'ReplicaSet',
        'Pod',
        'Rollout',
        'DeploymentConfig',
      ]),
    );
  });

  it('is looked up as by walking through everything', () => {
    for (const fleet of fleets.slice(0, 20)) {
      const tables = factsOfFleet(fleet);
      const walked = viewOnFacts({
        facts: objectsOfFleet(fleet),
        clusters: fleet.clusters,
      });
      for (const { term } of fleet.services) {
        const { key = KUBERNETES_ID, value = 'nobody' } = term ?? {};
        for (const values of [[value], [value, 'nobody']]) {
          const selector: Selector = [{ operator: 'in', key, values }];
          expect(uidsOf(tables.workloadsMatching(selector))).toEqual(
            uidsOf(walked.workloadsMatching(selector)),
          );
        }
      }
      for (const { top } of fleet.workloads) {
        expect(uidsOf(tables.workloadsIn(top))).toEqual(
          uidsOf(walked.workloadsIn(top)),
        );
        expect(uidsOf(tables.controlledBy(top))).toEqual(
          uidsOf(walked.controlledBy(top)),
        );
        expect(uidsOf(tables.companionsIn(top))).toEqual(
          uidsOf(walked.companionsIn(top)),
        );
        expect(uidsOf(tables.endpointSlicesIn(top))).toEqual(
          uidsOf(walked.endpointSlicesIn(top)),
        );
        expect(tables.namespace(top)).toEqual(walked.namespace(top));
      }
    }
  });
});
