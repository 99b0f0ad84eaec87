import { factsFromDeployment } from './factsFromDeployment';
import { factsFromReplicaSet } from './factsFromReplicaSet';

const metadata = { name: 'desk', namespace: 'desk-team', uid: 'u-1' };

const creationFailureOf = (...conditions: object[]) =>
  factsFromDeployment({ metadata, status: { conditions } }, 'prod-1')
    .creationFailure;

describe('factsFromDeployment, of what the API server refuses', () => {
  const message = 'pods "desk-1" is forbidden: exceeded quota: team-limits';
  const failedCreate = {
    type: 'ReplicaFailure',
    status: 'True',
    reason: 'FailedCreate',
    message,
  };

  it('keeps why pods are not created', () => {
    expect(
      creationFailureOf({ type: 'Available', status: 'True' }, failedCreate),
    ).toBe(message);
  });

  it('keeps it of a ReplicaSet too', () => {
    expect(
      factsFromReplicaSet(
        { metadata, status: { conditions: [failedCreate] } },
        'prod-1',
      ).creationFailure,
    ).toBe(message);
  });

  it('keeps why a ReplicaSet is not created', () => {
    expect(
      creationFailureOf({
        type: 'Progressing',
        status: 'False',
        reason: 'ReplicaSetCreateError',
        message,
      }),
    ).toBe(message);
  });

  it('tells a refusal without words from none', () => {
    expect(creationFailureOf({ ...failedCreate, message: '' })).toBe('');
  });

  it('keeps nothing of what is over, of pods that stay, and of a deadline', () => {
    expect(
      creationFailureOf(
        { ...failedCreate, status: 'False' },
        {
          type: 'Progressing',
          status: 'False',
          reason: 'ProgressDeadlineExceeded',
          message: 'timed out',
        },
      ),
    ).toBeUndefined();
    expect(
      creationFailureOf({ ...failedCreate, reason: 'FailedDelete' }),
    ).toBeUndefined();
  });
});
