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

/** Numbers that look drawn by lot and are the same on each run. */
function drawNumbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const KEYS = [
  'tab',
  ...Object.keys(EVERYTHING.services),
  ...Object.keys(EVERYTHING.unclaimed).map(key => `unclaimed.${key}`),
  'nobody-knows',
];
const VALUES = [
  ...['', ' ', 'a&b=c', 'a+b', '%', '#', 'ü', 'group:default/x', 'clusters'],
  ...['met', 'violated', 'failing', 'ops', 'team', 'name', 'worst', 'desc'],
];

function anAddress(draw: (below: number) => number): string {
  const params = new URLSearchParams();
  for (let left = draw(12); left > 0; left -= 1) {
    params.append(KEYS[draw(KEYS.length)]!, VALUES[draw(VALUES.length)]!);
  }
  return params.toString();
}

describe('an address', () => {
  const draw = drawNumbers(7);
  const addresses = Array.from({ length: 500 }, () => anAddress(draw));

  it('means the same once it was read and written', () => {
    const meant = addresses.map(parse);
    expect(meant.some(({ services }) => services.sort === 'worst')).toBe(true);
    for (const search of meant) {
      const { sort, order } = search.services;
      expect(parse(formatFleetSearch(search).toString())).toEqual({
        ...search,
        services: {
          ...search.services,
          sort: sort === 'worst' ? undefined : sort,
          order: order === 'asc' ? undefined : order,
        },
      });
    }
  });

  it('is written one way only', () => {
    for (const address of addresses) {
      const written = formatFleetSearch(parse(address)).toString();
      expect(formatFleetSearch(parse(written)).toString()).toBe(written);
      expect(written).not.toMatch(/nobody-knows/);
    }
  });
});
