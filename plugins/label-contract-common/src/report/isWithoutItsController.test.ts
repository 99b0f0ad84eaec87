import { ClusterFacts, Facts } from '../facts/Facts';
import { PodFacts } from '../facts/PodFacts';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import {
  aCluster,
  aHealthyWorkload,
  aPod,
  labelled,
} from '../testUtils/someFacts';
import { aJob, aStatefulSet } from '../testUtils/workloads';

const right = {
  labels: labelled('payments-platform'),
  templateLabels: labelled('payments-platform'),
};
const api = aHealthyWorkload('api', 'payments-platform');
const owner = aStatefulSet({ name: 'ledger', ...right });

/** A pod whose controller is of a kind, and is not there. */
function podOf(controllerKind: string, facts: Partial<PodFacts> = {}) {
  return aPod(owner, { controllerUid: 'gone', controllerKind, ...facts });
}

function evaluate(facts: readonly Facts[], clusters?: ClusterFacts[]) {
  return reportOnEntity({
    entity: anEntity('payments-platform'),
    facts,
    clusters,
  });
}

describe('what is controlled by something that is not there', () => {
  it.each(['ReplicaSet', 'StatefulSet', 'Job', 'Rollout'])(
    'is no workload where a %s should be known: watches run ahead of each other',
    kind => {
      const wrong = podOf(kind, { labels: labelled('payments_platform') });
      const report = evaluate([...api, podOf(kind), wrong]);

      expect(report.visible).toEqual({ count: 1, partly: 0, of: 1 });
      expect(report.findings).toEqual([]);
      expect(evaluate([podOf(kind)]).contract).toEqual({
        verdict: 'not-applicable',
        reason: 'not-deployed',
      });
    },
  );

  it('is no workload either where it is a Job of a CronJob that has gone', () => {
    const run = aJob({
      name: 'nightly-1',
      ...right,
      controllerUid: 'gone',
      controllerKind: 'CronJob',
    });

    expect(evaluate([...api, run]).visible.of).toBe(1);
  });

  it('is one where the cluster does not serve the kind of its controller', () => {
    const cluster = aCluster('prod-east', undefined, { Rollout: undefined });

    expect(evaluate([...api, podOf('Rollout')], [cluster]).visible).toEqual({
      count: 1,
      partly: 1,
      of: 2,
    });
  });

  describe('and of a kind that is not watched', () => {
    const crashing = podOf('StrimziPodSet', {
      isReady: false,
      containers: [
        {
          name: 'kafka',
          isReady: false,
          restartCount: 9,
          waitingReason: 'CrashLoopBackOff',
          lastTermination: { exitCode: 1, reason: 'Error' },
        },
      ],
    });

    it('is judged by its health, and not by its labels', () => {
      const report = evaluate([...api, crashing]);

      expect(report.health).toEqual({ verdict: 'failing' });
      expect(report.contract).toEqual({ verdict: 'met' });
      expect(report.findings).toMatchObject([
        { rule: 'container-keeps-running' },
      ]);
    });

    it("is nobody's near miss", () => {
      const odd = podOf('StrimziPodSet', {
        labels: labelled('payments_platform'),
      });

      expect(evaluate([...api, odd]).nearMisses).toEqual([]);
    });
  });
});
