import { ownershipOf } from './ownershipOf';

const owned = (team: string) => ({
  metadata: { labels: { 'portal-operations.io/team': team } },
});

describe('ownershipOf', () => {
  it('knows that nothing is there', () => {
    expect(ownershipOf(undefined, 'a')).toEqual({ kind: 'nothing-there' });
  });

  it('lets a team have its own', () => {
    expect(ownershipOf(owned('a'), 'a')).toEqual({ kind: 'own' });
  });

  it('names the other team', () => {
    expect(ownershipOf(owned('b'), 'a')).toEqual({
      kind: 'other-team',
      owner: 'b',
    });
  });

  it('compares exactly', () => {
    expect(ownershipOf(owned('A'), 'a').kind).toBe('other-team');
  });

  it('names who wrote what carries no team, each once and without status', () => {
    expect(
      ownershipOf(
        {
          metadata: {
            managedFields: [
              { manager: 'kubectl-create' },
              { manager: 'kubectl-create' },
              { manager: 'kube-controller-manager', subresource: 'status' },
            ],
          },
        },
        'a',
      ),
    ).toEqual({ kind: 'no-team', managers: ['kubectl-create'] });
  });
});
