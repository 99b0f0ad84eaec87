import { errorOfRefusal, errorOfSurprise } from './errorOfRefusal';

const nothing = { cluster: 'workshop', exists: [] };

describe('errorOfRefusal', () => {
  it('says what exists, how to continue and how to remove it', () => {
    const error = errorOfRefusal(
      { kind: 'cancelled' },
      {
        cluster: 'workshop',
        exists: ['namespace n', 'Deployment a (0 of 1 ready)'],
        removal: 'kubectl delete deployment a -n n',
      },
    );
    expect(error.message).toBe(
      'The task was cancelled. What exists now: namespace n, Deployment a (0 of 1 ready). ' +
        'To continue: start over with the same values once the cause is gone; what exists is kept. ' +
        'To remove it: `kubectl delete deployment a -n n`.',
    );
  });

  it('says of a removal what is gone, what is not, and how to go on', () => {
    const error = errorOfRefusal(
      { kind: 'cancelled' },
      {
        cluster: 'workshop',
        removed: ['Service a'],
        exists: ['Deployment a'],
        removal: 'kubectl delete deployment a -n n',
      },
    );
    expect(error.message).toBe(
      'The task was cancelled. Gone by now: Service a. What still exists: Deployment a. ' +
        'To continue: start over with the same values once the cause is gone. ' +
        'To remove the rest by hand: `kubectl delete deployment a -n n`.',
    );
  });

  it.each([
    ['delete', 'rhdh-scaffolder-remove'],
    ['patch', 'rhdh-scaffolder'],
  ])('names the role that lets %s: %s', (verb, role) => {
    const error = errorOfRefusal(
      { kind: 'right-missing', verb, resource: 'services', apiGroup: '' },
      nothing,
    );
    expect(error.message).toContain(`to the ClusterRole ${role}, or`);
  });

  it('says that nothing was written', () => {
    const error = errorOfRefusal(
      { kind: 'namespace-missing', namespace: 'n' },
      nothing,
    );
    expect(error.message).toMatch(/Nothing was written by this step\.$/);
  });

  it('gives the command that hands an object over', () => {
    const error = errorOfRefusal(
      {
        kind: 'owned-by-other',
        object: { kind: 'Deployment', name: 'a', namespace: 'n' },
        owner: 'b-team',
        team: 'a-team',
      },
      nothing,
    );
    expect(error.name).toBe('ConflictError');
    expect(error.message).toContain(
      'kubectl label deployment a -n n portal-operations.io/team=a-team --overwrite',
    );
  });

  it('keeps an unforeseen error and still says what exists', () => {
    const error = errorOfSurprise(new Error('out of paper'), {
      ...nothing,
      exists: ['namespace n'],
    });
    expect(error.message).toContain('What exists now: namespace n.');
    expect(error.message).toContain('out of paper');
  });
});
