import { ApplicationFacts } from '../facts/ApplicationFacts';
import { ManagerFacts } from '../facts/ManagerFacts';
import { anApplication } from '../testUtils/anApplication';
import { aCluster, aDeployment, someFacts } from '../testUtils/someFacts';
import { factsOfClusters } from './factsOfClusters';
import { managerOfWorkload } from './managerOfWorkload';

const clusters = [
  { ...aCluster('prod-east'), url: 'https://east.example.com:6443' },
  { ...aCluster('prod-west'), url: 'https://west.example.com:6443/' },
  aCluster('hub'),
];
const east = { server: 'https://East.example.com:6443/' };
const west = { server: 'https://west.example.com:6443' };
const elsewhere = { server: 'https://10.0.0.1' };
const itself = { server: 'https://kubernetes.default.svc' };

/** What is known of the manager of a Deployment on prod-east, which is the only cluster that its claim reaches. */
function managerOf(ref: string, ...applications: ApplicationFacts[]) {
  const workload = aDeployment({
    name: 'gateway',
    manager: { tool: 'argo-cd', ref },
  });
  const facts = someFacts({ facts: [workload, ...applications], clusters });
  return managerOfWorkload(workload, factsOfClusters(facts, ['prod-east']));
}

function selfHealsOf(...applications: ApplicationFacts[]) {
  return managerOf('payments', ...applications)?.selfHeals;
}

const on = { selfHeals: true };
const off = { selfHeals: false };

describe('managerOfWorkload', () => {
  it.each([true, false])(
    'takes from its Application whether it heals itself: %s',
    selfHeals => {
      expect(selfHealsOf(anApplication({ selfHeals }))).toBe(selfHeals);
    },
  );

  it('adds nothing where no Application of that name is read', () => {
    expect(managerOf('payments', anApplication({ name: 'shop' }))).toEqual({
      tool: 'argo-cd',
      ref: 'payments',
    });
  });

  it.each<ManagerFacts>([
    { tool: 'helm', ref: 'payments-team/payments' },
    { tool: 'operator', ref: 'Shop/payments' },
  ])('leaves other tools as they are: %j', manager => {
    const workload = aDeployment({ name: 'gateway', manager });
    const facts = someFacts({ facts: [workload, anApplication()] });
    expect(managerOfWorkload(workload, facts)).toBe(manager);
  });

  it.each([
    ['by address', { destination: east }],
    ["by the portal's name", { destination: { name: 'prod-east' } }],
    ['by an address that the portal does not know', { destination: elsewhere }],
  ])('finds it on a hub that the claim does not reach, %s', (_, where) => {
    expect(
      selfHealsOf(anApplication({ cluster: 'hub', ...where, ...on })),
    ).toBe(true);
  });

  it.each([
    ['of another cluster that deploys to itself', { destination: itself }],
    ['for another cluster', { destination: west }],
    ['for another cluster by name', { destination: { name: 'prod-west' } }],
  ])('leaves out one %s', (_, where) => {
    const other = anApplication({ cluster: 'hub', ...where, ...on });
    expect(selfHealsOf(other)).toBeUndefined();
    expect(selfHealsOf(other, anApplication(off))).toBe(false);
  });

  it('prefers the one that certainly deploys there', () => {
    expect(
      selfHealsOf(
        anApplication({ cluster: 'hub', destination: elsewhere, ...off }),
        anApplication({ cluster: 'hub', uid: '2', destination: east, ...on }),
      ),
    ).toBe(true);
  });

  it('says what all agree on that may be meant, and nothing else', () => {
    const first = { cluster: 'hub', destination: elsewhere };
    const second = { ...first, uid: '2', namespace: 'gitops' };

    expect(
      selfHealsOf(
        anApplication({ ...first, ...on }),
        anApplication({ ...second, ...on }),
      ),
    ).toBe(true);
    expect(
      selfHealsOf(
        anApplication({ ...first, ...on }),
        anApplication({ ...second, ...off }),
      ),
    ).toBeUndefined();
  });

  it('knows an Application outside of the namespace of Argo CD', () => {
    const own = anApplication(off);
    const ofTeam = anApplication({ uid: '2', namespace: 'team-a', ...on });
    expect(managerOf('team-a_payments', own, ofTeam)?.selfHeals).toBe(true);
    expect(managerOf('team-b_payments', own, ofTeam)?.selfHeals).toBe(
      undefined,
    );
  });

  it.each([
    [['Deployment:payments-team/gateway'], true],
    [['Deployment:payments-team/api', 'Service:payments-team/gateway'], false],
    [[], false],
    [undefined, undefined],
  ])('says whether it differs from its source: %j', (outOfSync, expected) => {
    expect(managerOf('payments', anApplication({ outOfSync }))).toEqual({
      tool: 'argo-cd',
      ref: 'payments',
      selfHeals: false,
      ...(expected !== undefined && { isOutOfSync: expected }),
    });
  });
});
