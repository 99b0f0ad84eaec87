import { everySort } from '../testUtils/aSummary';
import { filterFleet } from './filterFleet';
import { FleetFilter } from './FleetQuery';
import { nameOfRef } from './nameOfRef';

function namesOf(filter: FleetFilter, except?: keyof FleetFilter): string[] {
  return filterFleet(everySort, filter, except).map(({ entityRef }) =>
    nameOfRef(entityRef),
  );
}

describe('filterFleet', () => {
  it.each<[string, FleetFilter, string[]]>([
    [
      'owner, whatever the case',
      { owner: ['Group:default/Inventory-Team'] },
      ['inventory'],
    ],
    [
      'system',
      { system: ['system:default/shop'] },
      ['inventory', 'storefront'],
    ],
    ['lifecycle', { lifecycle: ['development'] }, ['tracker']],
    ['cluster', { cluster: ['edge-1', 'prod-west'] }, ['kiosk', 'storefront']],
    ['contract', { contract: ['ignored', 'unknown'] }, ['crm', 'kiosk']],
    ['health', { health: ['not-applicable'] }, ['tracker']],
    ['who acts', { acts: ['team'] }, ['inventory', 'storefront']],
    [
      'all of them',
      { system: ['system:default/shop'], contract: ['violated'] },
      ['storefront'],
    ],
  ])('looks at %s', (_, filter, names) => {
    expect(namesOf(filter)).toEqual(names);
  });

  it.each<[string, string[]]>([
    ['STORE', ['storefront']],
    ['app', ['weather']],
    ['inventory team', ['inventory']],
    ['  ', everySort.map(({ entityRef }) => nameOfRef(entityRef))],
    ['inventory ledger', []],
    ['component', []],
  ])('finds by words: "%s"', (search, names) => {
    expect(namesOf({ search })).toEqual(names);
  });

  it('finds nothing where no value is wanted', () => {
    expect(namesOf({ contract: [] })).toEqual([]);
  });

  it('leaves one filter out', () => {
    const filter: FleetFilter = { contract: ['violated'], acts: ['catalog'] };
    expect(namesOf(filter)).toEqual(['payments']);
    expect(namesOf(filter, 'acts')).toEqual(['storefront', 'payments']);
  });
});
