import { matchWorkload } from '../match/matchWorkload';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf } from '../testUtils/healthOf';
import { aDeployment, aReplicaSet, someFacts } from '../testUtils/someFacts';

const refused =
  'pods "ticket-desk-1-x" is forbidden: exceeded quota: team-limits, requested: pods=1, used: pods=2, limited: pods=2';

describe('quota-suffices', () => {
  it('names the quota, and is for ops', () => {
    expect(
      healthOf(aSickWorkload([], { creationFailure: refused })),
    ).toMatchObject({
      rule: 'quota-suffices',
      owner: 'ops',
      message: {
        id: 'quota-exceeded',
        values: {
          workload: 'ticket-desk',
          quota: 'team-limits',
          words: refused,
        },
      },
    });
  });

  it('comes before what the pods that exist suffer from', () => {
    const containers = [
      {
        name: 'main',
        isReady: false,
        restartCount: 3,
        waitingReason: 'CrashLoopBackOff',
      },
    ];
    expect(
      healthOf(aSickWorkload([{ containers }], { creationFailure: refused })),
    ).toMatchObject({ rule: 'quota-suffices' });
  });

  it('leaves pods without the requests that a quota asks for to their team', () => {
    const creationFailure =
      'pods "a" is forbidden: failed quota: team-limits: must specify limits.cpu for: main';
    expect(healthOf(aSickWorkload([], { creationFailure }))).toMatchObject({
      rule: 'admission-accepts',
      owner: 'team',
    });
  });

  it('asks the revisions too, the newest first', () => {
    const deployment = aDeployment({ name: 'ticket-desk' });
    const [older, newer] = [1, 2].map(revision =>
      aReplicaSet(deployment, {
        revision,
        creationFailure: `exceeded quota: of-revision-${revision}`,
      }),
    );
    const workload = matchWorkload({
      workload: deployment,
      selector: [],
      facts: someFacts({ facts: [deployment, older, newer] }),
    });
    expect(workload && healthOf(workload)).toMatchObject({
      message: { values: { quota: 'of-revision-2' } },
    });
  });

  it('says nothing of what is scaled to zero', () => {
    expect(
      healthOf(
        aSickWorkload([], { creationFailure: refused, desiredReplicas: 0 }),
      ),
    ).toBeUndefined();
  });
});
