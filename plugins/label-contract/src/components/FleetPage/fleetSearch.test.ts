import { formatFleetSearch, parseFleetSearch } from './fleetSearch';

const parse = (address: string) =>
  parseFleetSearch(new URLSearchParams(address));

const EVERYTHING = {
  tab: 'unclaimed',
  services: {
    owner: ['group:default/desk-team', 'group:default/print-team'],
    system: ['system:default/shop'],
    lifecycle: ['production'],
    cluster: ['annex', 'workshop'],
    contract: ['violated', 'ignored'],
    health: ['failing'],
    acts: ['ops'],
    search: 'desk & chair',
    sort: 'name',
    order: 'desc',
    cursor: 'a+b/c=',
  },
  unclaimed: {
    cluster: ['annex'],
    namespace: ['ci'],
    search: 'runner',
    cursor: 'x',
  },
} as const;

describe('parseFleetSearch', () => {
  it('shows all services, worst first, where the address says nothing', () => {
    expect(parse('')).toEqual({ tab: 'services', services: {}, unclaimed: {} });
  });

  it('leaves out what does not exist', () => {
    expect(
      parse(
        'tab=graph&contract=broken&contract=met&health=ill&acts=nobody&sort=luck&order=up&owner=',
      ),
    ).toEqual({
      tab: 'services',
      services: { contract: ['met'] },
      unclaimed: {},
    });
  });
});

describe('formatFleetSearch', () => {
  it('says everything that parseFleetSearch reads', () => {
    const address = formatFleetSearch(EVERYTHING).toString();
    expect(parse(address)).toEqual(EVERYTHING);
  });

  it('says nothing that goes without saying', () => {
    expect(
      formatFleetSearch({
        tab: 'services',
        services: { sort: 'worst', order: 'asc', owner: [], search: '' },
        unclaimed: { cursor: undefined },
      }).toString(),
    ).toBe('');
  });
});
