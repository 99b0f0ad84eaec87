import {
  DEFAULT_OBJECT_TYPES,
  KubernetesTabSettings,
} from '../gates/KubernetesTabSettings';
import { TAB_KINDS } from '../gates/tabKinds';
import { Facts } from '../facts/Facts';
import { anEntity } from '../testUtils/anEntity';
import { reportOnEntity } from '../testUtils/reportOnEntity';
import {
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
} from '../testUtils/someFacts';
import { aRollout, aStatefulSet } from '../testUtils/workloads';

const right = {
  labels: labelled('payments-platform'),
  templateLabels: labelled('payments-platform'),
};
const api = aHealthyWorkload('api', 'payments-platform');
const ledger = aStatefulSet({ name: 'ledger', ...right });
const canary = aRollout({ name: 'canary', ...right });
const without = (type: string) => ({
  objectTypes: DEFAULT_OBJECT_TYPES.filter(each => each !== type),
});

function evaluate(
  facts: readonly Facts[],
  settings: Partial<KubernetesTabSettings>,
) {
  return reportOnEntity({
    entity: anEntity('payments-platform'),
    facts,
    settings,
  });
}

describe('kind-asked-for', () => {
  it('warns of a kind that is left out, while something else is visible', () => {
    const report = evaluate(
      [...api, ledger, aPod(ledger)],
      without('statefulsets'),
    );

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.visible).toEqual({ count: 1, partly: 1, of: 2 });
    expect(report.workloads[0]).toMatchObject({
      ref: { name: 'ledger' },
      hiddenBecause: 'not-asked-for',
    });
    expect(report.findings).toMatchObject([
      {
        rule: 'kind-asked-for',
        severity: 'warning',
        owner: 'ops',
        message: {
          id: 'some-hidden',
          values: {
            workloads: ['ledger'],
            kinds: ['StatefulSet'],
            hiddenPods: 1,
          },
        },
        fixes: [
          {
            kind: 'edit-config',
            path: 'kubernetes.objectTypes',
            value: 'statefulsets',
          },
        ],
      },
    ]);
  });

  it('is violated where nothing else is visible, and healed by its fix', () => {
    const report = evaluate([ledger], without('statefulsets'));

    expect(report.contract).toEqual({ verdict: 'violated' });
    expect(report.health).toEqual({ verdict: 'healthy' });
    expect(report.findings).toMatchObject([
      { severity: 'error', message: { id: 'nothing-visible' } },
    ]);
    expect(evaluate([ledger], {})).toMatchObject({
      contract: { verdict: 'met' },
      findings: [],
    });
  });

  it('counts the kinds that pods are found through', () => {
    expect(evaluate(api, without('replicasets')).findings).toMatchObject([
      {
        severity: 'error',
        message: { values: { kinds: ['ReplicaSet'], workloads: ['api'] } },
        fixes: [{ value: 'replicasets' }],
      },
    ]);
  });

  it('offers custom resources where they are looked for: at the cluster, or for all', () => {
    const { group, apiVersion, plural } = TAB_KINDS.Rollout;
    const replicaSet = aReplicaSet({ ...canary, kind: 'Deployment' });
    const facts = [...api, canary, replicaSet];
    const ofItsOwn = {
      name: 'prod-east',
      authProvider: 'serviceAccount',
      customResources: [],
    };

    expect(evaluate(facts, {}).findings).toMatchObject([
      {
        fixes: [
          {
            path: 'kubernetes.customResources',
            value: { group, apiVersion, plural },
          },
        ],
      },
    ]);
    expect(evaluate(facts, { clusters: [ofItsOwn] }).findings).toMatchObject([
      {
        fixes: [
          {
            path: 'kubernetes.clusterLocatorMethods[].clusters[name=prod-east].customResources',
          },
        ],
      },
    ]);
    expect(
      evaluate(facts, { customResources: [TAB_KINDS.Rollout] }).findings,
    ).toEqual([]);
  });

  it('says nothing of kinds that the entity does not have', () => {
    expect(evaluate(api, without('statefulsets')).findings).toEqual([]);
  });
});
