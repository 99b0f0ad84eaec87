import { SimilarIds } from '../claim/SimilarIds';
import { resemblanceOf } from './resemblanceOf';

const words = [
  'payments',
  'payment',
  'paymnets',
  'gateway',
  'gateways',
  'inventory',
  'inventories',
  'orders',
  'ordrs',
  'child',
  'children',
  'person',
  'people',
  'mouse',
  'mice',
  'analysis',
  'analyses',
  'api',
  'app',
  'svc-1',
  'svc-11',
  'staging',
];
const pairs = words.flatMap(word => words.map(other => `${word}-${other}`));
const ids = [
  ...words,
  ...pairs,
  ...words.map(word => `acme-${word}`),
  ...words.map(word => `acme_${word}`),
  ...words.map(word => word.toUpperCase()),
];

describe('SimilarIds', () => {
  it('finds all ids that resemble a value, and few others', () => {
    const similar = new SimilarIds(ids);
    const found = { resembling: 0, all: 0 };
    for (const value of [...words, ...pairs.slice(0, 40), 'api-svc', 'Api']) {
      const like = similar.like(value);
      const resembling = ids.filter(id => resemblanceOf(value, id));
      expect(resembling.filter(id => !like.has(id))).toEqual([]);
      found.resembling += resembling.length;
      found.all += like.size;
    }
    // A search that finds nothing, or everything, would be none.
    expect(found.resembling).toBeGreaterThan(100);
    expect(found.all).toBeLessThan(10 * found.resembling);
  });

  it('finds all spellings of a value', () => {
    const similar = new SimilarIds(ids);
    for (const value of ['Payments_Gateway', 'svc11', 'paymentsgateway']) {
      expect(similar.spelledLike(value)).toEqual(
        expect.arrayContaining(
          ids.filter(id => resemblanceOf(value, id) === 'spelling'),
        ),
      );
    }
    expect(similar.spelledLike('payments.gateway')).toContain(
      'payments-gateway',
    );
  });

  it('has the ids that it was given, and no others', () => {
    const similar = new SimilarIds(['pay']);
    expect(similar.has('pay')).toBe(true);
    expect(similar.has('Pay')).toBe(false);
    expect([...similar.like('inventory')]).toEqual([]);
  });
});
