import { everySort } from '../testUtils/aSummary';
import { facetsOfFleet } from './facetsOfFleet';
import { filterFleet } from './filterFleet';
import { FleetFilter } from './FleetQuery';
import { totalsOfFleet } from './totalsOfFleet';

const FILTERS: FleetFilter[] = [
  {},
  { contract: ['violated'] },
  { contract: ['met'], health: ['failing', 'progressing'] },
  { acts: ['ops'], lifecycle: ['production'] },
  { search: 'nobody is called so' },
];

describe('totalsOfFleet', () => {
  it('counts each sort', () => {
    expect(totalsOfFleet(everySort, {})).toEqual({
      contract: {
        violated: 2,
        unknown: 1,
        met: 6,
        'not-applicable': 1,
        ignored: 1,
      },
      health: {
        failing: 2,
        progressing: 1,
        unknown: 1,
        healthy: 4,
        'nothing-running': 1,
        'not-applicable': 1,
      },
      acts: { ops: 2, team: 2, catalog: 1 },
    });
  });

  it.each(FILTERS)('says what a click would show, with %j', filter => {
    const { contract, health, acts } = totalsOfFleet(everySort, filter);
    const shown = (more: FleetFilter) =>
      filterFleet(everySort, { ...filter, ...more }).length;

    expect(contract).toEqual({
      violated: shown({ contract: ['violated'] }),
      unknown: shown({ contract: ['unknown'] }),
      met: shown({ contract: ['met'] }),
      'not-applicable': shown({ contract: ['not-applicable'] }),
      ignored: shown({ contract: ['ignored'] }),
    });
    expect(health).toEqual({
      failing: shown({ health: ['failing'] }),
      progressing: shown({ health: ['progressing'] }),
      unknown: shown({ health: ['unknown'] }),
      healthy: shown({ health: ['healthy'] }),
      'nothing-running': shown({ health: ['nothing-running'] }),
      'not-applicable': shown({ health: ['not-applicable'] }),
    });
    expect(acts).toEqual({
      ops: shown({ acts: ['ops'] }),
      team: shown({ acts: ['team'] }),
      catalog: shown({ acts: ['catalog'] }),
    });
  });

  it.each(FILTERS)(
    'adds up to what the other filters leave, with %j',
    filter => {
      const { contract, health } = totalsOfFleet(everySort, filter);
      const sum = (counts: Record<string, number>) =>
        Object.values(counts).reduce((total, count) => total + count, 0);

      expect(sum(contract)).toBe(
        filterFleet(everySort, filter, 'contract').length,
      );
      const checked = filterFleet(everySort, filter, 'health').filter(
        ({ contract: verdict }) =>
          !('reason' in verdict && verdict.reason === 'opted-out'),
      );
      expect(sum(health)).toBe(checked.length);
    },
  );
});

describe('facetsOfFleet', () => {
  it('lists each value that there is once, sorted', () => {
    expect(facetsOfFleet(everySort)).toEqual({
      owner: ['group:default/inventory-team', 'group:default/payments-team'],
      system: ['system:default/shop'],
      lifecycle: ['development', 'production'],
      cluster: ['edge-1', 'prod-east', 'prod-west'],
    });
  });
});
