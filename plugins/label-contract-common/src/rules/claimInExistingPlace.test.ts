import {
  KUBERNETES_CLUSTER,
  KUBERNETES_ID,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { claimOfEntity } from '../claim/claimOfEntity';
import { Facts } from '../facts/Facts';
import { ClusterChoice } from '../gates/GateReport';
import { anEntity } from '../testUtils/anEntity';
import { aHealthyWorkload, someFacts } from '../testUtils/someFacts';
import { claimInExistingPlace } from './claimInExistingPlace';

const known = ['Prod-1', 'prod-east'];
const api = aHealthyWorkload('pay-api', 'pay');

function check(options: {
  place?: Record<string, string>;
  choice?: ClusterChoice;
  facts?: Facts[];
}) {
  const { place = {}, choice, facts = api } = options;
  const annotations = { [KUBERNETES_ID]: 'pay', ...place };
  const claim = claimOfEntity(anEntity('pay', annotations));
  if (!claim) {
    throw new Error('the entity makes a claim');
  }
  return claimInExistingPlace.check({
    entity: {
      entityRef: 'component:default/pay',
      name: 'pay',
      annotations,
      claim,
    },
    facts: someFacts({ facts }),
    choice,
  });
}

const unknownCluster = (...nearly: string[]): ClusterChoice => ({
  id: 'annotation-names-none',
  values: { value: 'prod-1', known, nearly },
});

describe('claim-in-existing-place', () => {
  it('is kept by a legal namespace and a cluster that is asked', () => {
    const choice: ClusterChoice = {
      id: 'chosen',
      values: { clusters: ['prod-east'] },
    };
    const place = { [KUBERNETES_NAMESPACE]: 'payments-team' };
    expect(check({ place, choice })).toBeUndefined();
    expect(check({ place })).toBeUndefined();
  });

  it.each(['payments-team,staging', 'payments-*', 'Payments', 'a'.repeat(64)])(
    'is not kept by the namespace %s, and the fix names the real one',
    namespace => {
      const place = { [KUBERNETES_NAMESPACE]: namespace };
      expect(check({ place })).toMatchObject({
        severity: 'error',
        message: { id: 'namespace-illegal', values: { value: namespace } },
        fixes: [{ set: { [KUBERNETES_NAMESPACE]: 'payments-team' } }],
      });
    },
  );

  it('takes the namespace away where the workloads are in several, or in none', () => {
    const place = { [KUBERNETES_NAMESPACE]: 'payments-team,staging' };
    const staging = aHealthyWorkload('pay-api', 'pay', {
      namespace: 'staging',
      uid: 'in-staging',
    });
    const removal = { set: {}, remove: [KUBERNETES_NAMESPACE] };
    expect(check({ place, facts: [...api, ...staging] })).toMatchObject({
      fixes: [removal],
    });
    expect(check({ place, facts: [] })).toMatchObject({ fixes: [removal] });
  });

  it('is not kept by a cluster that is not there; one that differs by case is meant', () => {
    const place = { [KUBERNETES_CLUSTER]: 'prod-1' };
    expect(check({ place, choice: unknownCluster('Prod-1') })).toMatchObject({
      message: { id: 'cluster-unknown', values: { value: 'prod-1', known } },
      fixes: [{ set: { [KUBERNETES_CLUSTER]: 'Prod-1' } }],
    });
    expect(check({ place, choice: unknownCluster() })).toMatchObject({
      fixes: [{ set: { [KUBERNETES_CLUSTER]: 'prod-east' } }],
    });
  });

  it.each<[string, ClusterChoice, string]>([
    ['none', { id: 'relations-name-none', values: { known, nearly: [] } }, ''],
    [
      'one of another catalog namespace',
      {
        id: 'relations-elsewhere',
        values: {
          known,
          refs: ['resource:infra/prod-east'],
          namespace: 'default',
        },
      },
      'resource:infra/prod-east',
    ],
  ])('is not kept where relations name no cluster: %s', (_, choice, value) => {
    expect(check({ choice })).toMatchObject({
      message: { id: 'no-cluster-related', values: { value } },
      fixes: [],
    });
  });

  it('leaves a service alone that runs nowhere, or where nobody can tell', () => {
    expect(check({ choice: unknownCluster(), facts: [] })).toBeUndefined();
    const notListed: ClusterChoice = {
      id: 'not-listed',
      values: { clusters: ['gke (locator 1)'] },
    };
    expect(check({ choice: notListed })).toBeUndefined();
  });
});
