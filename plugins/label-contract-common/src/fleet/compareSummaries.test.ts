import { aSummary, everySort } from '../testUtils/aSummary';
import { compareSummaries } from './compareSummaries';
import { FleetQuery } from './FleetQuery';
import { nameOfRef } from './nameOfRef';

function sorted(order?: Pick<FleetQuery, 'sort' | 'order'>): string[] {
  return [...everySort]
    .sort((a, b) => compareSummaries(a, b, order))
    .map(({ entityRef }) => nameOfRef(entityRef));
}

const WORST_FIRST = [
  'payments',
  'storefront',
  'inventory',
  'kiosk',
  'ledger',
  'checkout',
  'audit',
  'weather',
  'mailer',
  'tracker',
  'crm',
];

describe('compareSummaries', () => {
  it('puts first what needs somebody, and what is ignored last', () => {
    expect(sorted()).toEqual(WORST_FIRST);
  });

  it('turns that around on demand, names still from a to z', () => {
    const turned = sorted({ sort: 'worst', order: 'desc' });
    expect(turned.slice(0, 3)).toEqual(['crm', 'tracker', 'mailer']);
    expect(turned.slice(-2)).toEqual(['payments', 'storefront']);
  });

  it('sorts by the name that is shown', () => {
    const byName = sorted({ sort: 'name' });
    expect(byName).toEqual([...WORST_FIRST].sort());
    expect(sorted({ sort: 'name', order: 'desc' })).toEqual(byName.reverse());
  });

  it.each(['asc', 'desc'] as const)(
    'puts last what has nothing to be sorted by (%s)',
    order => {
      expect(sorted({ sort: 'owner', order }).at(-1)).toBe('crm');
      expect(sorted({ sort: 'visible', order }).slice(-2)).toEqual([
        'crm',
        'tracker',
      ]);
      expect(sorted({ sort: 'health', order }).at(-1)).toBe('crm');
    },
  );

  it('puts first of what least is visible', () => {
    expect(sorted({ sort: 'visible' }).slice(0, 2)).toEqual([
      'payments',
      'storefront',
    ]);
  });

  it('tells two of one name apart', () => {
    const [a, b] = ['default', 'staging'].map(namespace =>
      aSummary('pay', { entityRef: `component:${namespace}/pay` }),
    );
    expect(compareSummaries(a, b)).toBeLessThan(0);
    expect(compareSummaries(b, a)).toBeGreaterThan(0);
    expect(compareSummaries(a, a)).toBe(0);
  });
});
