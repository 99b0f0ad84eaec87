import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { createCatalogView } from '../claim/CatalogView';
import { Facts } from '../facts/Facts';
import { isWorkloadKind } from '../match/viewOnFacts';
import { anEntity } from '../testUtils/anEntity';
import {
  aCluster,
  aDeployment,
  aHealthyWorkload,
  aPod,
  aReplicaSet,
  labelled,
  someFacts,
} from '../testUtils/someFacts';
import { aNamespace } from '../testUtils/surroundings';
import { aCronJob, aJob } from '../testUtils/workloads';
import { LikelyEntity } from './UnclaimedReport';
import { unclaimedWorkload } from './unclaimedWorkload';

/** What is said of the first of these facts. */
function unclaimed(
  facts: readonly Facts[],
  options: {
    entities?: readonly Entity[];
    near?: readonly LikelyEntity[];
    likely?: readonly LikelyEntity[];
  } = {},
) {
  const [workload] = facts.filter(isWorkloadKind);
  const clusters = [aCluster('prod-east')];
  return unclaimedWorkload(workload, {
    facts: someFacts({ facts, clusters }),
    clusters,
    catalog: createCatalogView(options.entities ?? [anEntity('payments')]),
    isIgnoredNamespace: namespace => namespace.startsWith('kube-'),
    nearMissOf: () => options.near ?? [],
    likely: () => options.likely ?? [],
  });
}

const likely = (
  name: string,
  evidence: LikelyEntity['evidence'],
): LikelyEntity => ({
  entityRef: `component:default/${name}`,
  evidence,
  signs: [],
});

describe('unclaimedWorkload', () => {
  it('lists a workload whose label nobody claims', () => {
    expect(unclaimed(aHealthyWorkload('demo', 'demo'))).toEqual({
      ref: {
        cluster: 'prod-east',
        namespace: 'payments-team',
        kind: 'Deployment',
        name: 'demo',
        uid: 'deployment-prod-east-demo',
      },
      key: 'backstage.io/kubernetes-id',
      value: 'demo',
      pods: { ready: 1, of: 1 },
      likeliest: [],
    });
  });

  it('says what the pods are made with where levels differ', () => {
    const workload = aHealthyWorkload('demo', 'old', {
      templateLabels: labelled('new'),
    });
    expect(unclaimed(workload)).toMatchObject({ value: 'new' });
  });

  it.each<[string, readonly Facts[]]>([
    [
      'the object alone',
      aHealthyWorkload('demo', 'demo', { templateLabels: {} }),
    ],
    [
      'a job template',
      [aCronJob({ name: 'demo', jobTemplateLabels: labelled('demo') })],
    ],
    ['a Job of nobody', [aJob({ name: 'demo', labels: labelled('demo') })]],
    [
      'running pods alone',
      (() => {
        const deployment = aDeployment({ name: 'demo' });
        const replicaSet = aReplicaSet(deployment);
        return [
          deployment,
          replicaSet,
          aPod(replicaSet, { labels: labelled('demo') }),
        ];
      })(),
    ],
  ])('looks at %s', (_, facts) => {
    expect(unclaimed(facts)).toMatchObject({ value: 'demo' });
  });

  it.each<[string, readonly Facts[]]>([
    [
      'without the label',
      aHealthyWorkload('weather-db', 'x', { labels: {}, templateLabels: {} }),
    ],
    ['that a claim matches', aHealthyWorkload('api', 'payments')],
    [
      'of which a claim matches a level',
      aHealthyWorkload('gateway', 'payments', {
        templateLabels: labelled('gateway'),
      }),
    ],
    ['that opted out', aHealthyWorkload('demo', 'demo', { isOptedOut: true })],
    [
      'of an ignored namespace',
      aHealthyWorkload('demo', 'demo', { namespace: 'kube-system' }),
    ],
    [
      'of a namespace that is about to go',
      [
        ...aHealthyWorkload('demo', 'demo'),
        aNamespace({ name: 'payments-team', isTerminating: true }),
      ],
    ],
    [
      'of which only an earlier revision carried it',
      (() => {
        const deployment = aDeployment({ name: 'demo' });
        return [
          deployment,
          aReplicaSet(deployment, {
            labels: labelled('demo'),
            templateLabels: labelled('demo'),
          }),
        ];
      })(),
    ],
    [
      'whose controller is about to be known',
      [
        aReplicaSet(
          aDeployment({ name: 'demo', templateLabels: labelled('demo') }),
        ),
      ],
    ],
    [
      'that a release runs once',
      [aJob({ name: 'demo', labels: labelled('demo'), isHook: true })],
    ],
  ])('leaves out one %s', (_, facts) => {
    expect(unclaimed(facts)).toBeUndefined();
  });

  it('leaves out what a claim names, wherever that looks', () => {
    const entities = [
      anEntity('payments', {
        ...labelled('payments'),
        [KUBERNETES_NAMESPACE]: 'elsewhere',
      }),
    ];
    expect(
      unclaimed(aHealthyWorkload('api', 'payments'), { entities }),
    ).toBeUndefined();
  });

  it('leaves out what a selector finds', () => {
    const entities = [
      anEntity('shop', { [KUBERNETES_LABEL_SELECTOR]: 'tier=shop' }),
    ];
    const labels = { ...labelled('demo'), tier: 'shop' };
    expect(
      unclaimed(aHealthyWorkload('api', 'demo', { labels }), { entities }),
    ).toBeUndefined();
  });

  describe('likeliest', () => {
    const demo = aHealthyWorkload('demo', 'demo');
    const of = (options: Parameters<typeof unclaimed>[1]) =>
      unclaimed(demo, options)?.likeliest;

    it('is who should match it, rather than who is called alike', () => {
      expect(
        of({
          near: [likely('a', 'strong'), likely('b', 'exact')],
          likely: [likely('c', 'weak')],
        }),
      ).toEqual([likely('b', 'exact')]);
    });

    it('is weak for both where two fit equally', () => {
      expect(
        of({ near: [likely('a', 'strong'), likely('b', 'strong')] }),
      ).toEqual([likely('a', 'weak'), likely('b', 'weak')]);
    });

    it('is who is called alike where nobody should match it', () => {
      expect(of({ likely: [likely('c', 'weak')] })).toEqual([
        likely('c', 'weak'),
      ]);
    });
  });
});
