import * as fc from 'fast-check';
import { differsByEnvironment, resemblanceOf } from '../evidence/resemblanceOf';
import { createNamesLike } from './namesLike';

const NAMES = [
  'payments-platform',
  'payments',
  'inventory',
  'order-tracker',
  'svc-1',
  'svc-2',
];

describe('createNamesLike', () => {
  const namesLike = createNamesLike(NAMES);

  it.each([
    ['Payments_Platform', [{ name: 'payments-platform', how: 'spelling' }]],
    ['paymens-platform', [{ name: 'payments-platform', how: 'typo' }]],
    ['inventories', [{ name: 'inventory', how: 'plural' }]],
    ['order', [{ name: 'order-tracker', how: 'affix' }]],
    ['payments-staging', [{ name: 'payments', how: 'environment' }]],
    ['payments-pr-17', [{ name: 'payments', how: 'environment' }]],
    ['svc-3', []],
    ['weather', []],
    ['', []],
  ])('finds what %s may mean', (value, alike) => {
    expect(namesLike(value)).toEqual(alike);
  });

  it('puts first what is most alike', () => {
    expect(
      createNamesLike(['pay-platform-api', 'pay_platform', 'pay-platfrom'])(
        'pay-platform',
      ).map(({ how }) => how),
    ).toEqual(['spelling', 'typo', 'affix']);
  });

  it('finds as much as comparing with every name would', () => {
    const word = fc.constantFrom('pay', 'pays', 'order', 'orders', 'web', 'v2');
    const name = fc
      .tuple(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('-', '_', ''),
      )
      .map(([words, separator]) => words.join(separator));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 20 }),
        name,
        (all, value) => {
          const naive = all.filter(
            each =>
              resemblanceOf(value, each) !== undefined ||
              (value.length > each.length && differsByEnvironment(value, each)),
          );
          const found = createNamesLike(all)(value).map(each => each.name);
          expect([...found].sort()).toEqual([...naive].sort());
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});
