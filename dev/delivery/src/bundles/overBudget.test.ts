import { overBudget } from './overBudget';

const size = { entry: 1_000, all: 10_000, allCompressed: 3_000 };
const recorded = { moduleFederation: size, scalprum: size };

describe('overBudget', () => {
  it('lets bundles shrink, and grow by a tenth', () => {
    const sizes = {
      moduleFederation: { ...size, entry: 1_100 },
      scalprum: { ...size, all: 5 },
    };
    expect(overBudget({ sizes, recorded })).toEqual([]);
  });

  it('names what grew by more', () => {
    const sizes = {
      moduleFederation: size,
      scalprum: { ...size, entry: 1_101, allCompressed: 4_000 },
    };
    expect(overBudget({ sizes, recorded })).toEqual([
      'scalprum.entry is 1101 bytes, recorded are 1000',
      'scalprum.allCompressed is 4000 bytes, recorded are 3000',
    ]);
  });
});
