import * as fc from 'fast-check';
import { aSummary } from '../testUtils/aSummary';
import { compareSummaries, sortKeyOfSummary } from './compareSummaries';
import { EntitySummary } from './EntitySummary';
import { FleetSort } from './FleetQuery';
import { pageOf } from './pageOf';

const anySummary: fc.Arbitrary<EntitySummary> = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'svc-1', 'svc-10', 'svc-2', 'ä', 'A'),
    namespace: fc.constantFrom('default', 'x', 'y', 'z'),
    title: fc.option(fc.string({ unit: 'grapheme', maxLength: 3 }), {
      nil: undefined,
    }),
    owner: fc.constantFrom(undefined, 'group:default/a', 'group:default/B'),
    verdict: fc.constantFrom('met' as const, 'violated' as const),
    health: fc.constantFrom('healthy' as const, 'failing' as const),
    of: fc.integer({ min: 0, max: 3 }),
    count: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ name, namespace, title, owner, verdict, health, of, count }) =>
    aSummary(name, {
      entityRef: `component:${namespace}/${name}`,
      title,
      owner,
      contract: { verdict },
      health: { verdict: health },
      visible: { count: Math.min(count, of), partly: 0, of },
    }),
  );

const anyList = fc.record({
  fleet: fc.uniqueArray(anySummary, {
    selector: ({ entityRef }) => entityRef,
    maxLength: 30,
  }),
  sort: fc.constantFrom<FleetSort>(
    'worst',
    'name',
    'owner',
    'contract',
    'health',
    'visible',
  ),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  limit: fc.integer({ min: 1, max: 12 }),
});

type List = typeof anyList extends fc.Arbitrary<infer Value> ? Value : never;

function pageAt({ fleet, sort, order, limit }: List, cursor?: string) {
  return pageOf({
    items: [...fleet].sort((a, b) => compareSummaries(a, b, { sort, order })),
    keyOf: summary => sortKeyOfSummary(summary, sort),
    order,
    list: `fleet ${sort} ${order}`,
    limit,
    cursor,
  });
}

const refsOf = (items: readonly EntitySummary[]) =>
  items.map(({ entityRef }) => entityRef);

const runs = { seed: 5, numRuns: 300 };

describe('pageOf, whatever the order and the limit', () => {
  it('gives every item exactly once, forwards and backwards', () => {
    fc.assert(
      fc.property(anyList, list => {
        const sorted = refsOf(
          [...list.fleet].sort((a, b) => compareSummaries(a, b, list)),
        );
        const forwards: string[] = [];
        let page = pageAt(list);
        forwards.push(...refsOf(page.items));
        while (page.nextCursor !== undefined) {
          page = pageAt(list, page.nextCursor);
          expect(page.offset).toBe(forwards.length);
          forwards.push(...refsOf(page.items));
        }
        expect(forwards).toEqual(sorted);

        let backwards = refsOf(page.items);
        while (page.previousCursor !== undefined) {
          page = pageAt(list, page.previousCursor);
          backwards = [...refsOf(page.items), ...backwards];
        }
        expect(backwards).toEqual(sorted);
      }),
      runs,
    );
  });

  it('gives what stays exactly once, though others come and go', () => {
    fc.assert(
      fc.property(anyList, fc.infiniteStream(fc.nat()), (list, numbers) => {
        const chosen = list.fleet.filter((_, index) => index % 2 === 0);
        const passing = list.fleet.filter((_, index) => index % 2 === 1);
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const others = passing.filter(
            () => (numbers.next().value ?? 0) % 2 === 0,
          );
          const page = pageAt(
            { ...list, fleet: [...chosen, ...others] },
            cursor,
          );
          seen.push(...refsOf(page.items));
          cursor = page.nextCursor;
        } while (cursor !== undefined);

        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual(expect.arrayContaining(refsOf(chosen)));
      }),
      runs,
    );
  });
});
