import { WorkloadRef } from '../facts/WorkloadRef';
import { Evidence } from '../rules/Finding';
import { compareSortKeys } from './SortKey';
import { facetsOfUnclaimed } from './facetsOfUnclaimed';
import { filterUnclaimed } from './filterUnclaimed';
import { sortKeyOfUnclaimed } from './sortKeyOfUnclaimed';
import { UnclaimedQuery, UnclaimedWorkload } from './UnclaimedReport';

function anUnclaimed(
  name: string,
  ref: Partial<WorkloadRef> = {},
  evidence?: Evidence,
): UnclaimedWorkload {
  return {
    ref: {
      cluster: 'prod',
      namespace: 'shop',
      kind: 'Deployment',
      name,
      uid: `uid-${name}`,
      ...ref,
    },
    key: 'backstage.io/kubernetes-id',
    value: `id-of-${name}`,
    pods: { ready: 1, of: 1 },
    likeliest: evidence
      ? [{ entityRef: 'component:default/x', evidence, signs: [] }]
      : [],
  };
}

const workloads = [
  anUnclaimed('runner', { namespace: 'ci' }),
  anUnclaimed('demo', { cluster: 'dev' }),
  anUnclaimed('b', {}, 'weak'),
  anUnclaimed('a', {}, 'weak'),
  anUnclaimed('trial', { cluster: 'dev', namespace: 'shop-2' }, 'strong'),
  anUnclaimed('night', {}, 'exact'),
];

const namesOf = (some: readonly UnclaimedWorkload[]) =>
  some.map(({ ref }) => ref.name);

describe('filterUnclaimed', () => {
  it.each<[UnclaimedQuery, string[]]>([
    [{}, ['runner', 'demo', 'b', 'a', 'trial', 'night']],
    [{ cluster: ['dev'] }, ['demo', 'trial']],
    [{ namespace: ['ci', 'shop-2'] }, ['runner', 'trial']],
    [{ cluster: ['dev'], namespace: ['ci'] }, []],
    [{ search: 'ID-OF-n' }, ['night']],
    [{ search: 'shop trial' }, ['trial']],
  ])('%j', (query, names) => {
    expect(namesOf(filterUnclaimed(workloads, query))).toEqual(names);
  });
});

describe('sortKeyOfUnclaimed', () => {
  it('puts the strongest evidence first, then goes by place', () => {
    const sorted = [...workloads].sort((a, b) =>
      compareSortKeys(sortKeyOfUnclaimed(a), sortKeyOfUnclaimed(b)),
    );
    expect(namesOf(sorted)).toEqual([
      'night',
      'trial',
      'a',
      'b',
      'demo',
      'runner',
    ]);
  });
});

describe('facetsOfUnclaimed', () => {
  it('lists clusters and namespaces', () => {
    expect(facetsOfUnclaimed(workloads)).toEqual({
      cluster: ['dev', 'prod'],
      namespace: ['ci', 'shop', 'shop-2'],
    });
  });
});
