import { isTwinOfPlace } from './isTwinOfPlace';

const claimed = { namespace: 'payments', clusters: ['prod-east'] };

describe('isTwinOfPlace', () => {
  it.each([
    ['prod-east', 'payments-staging'],
    ['staging-east', 'payments'],
    ['staging-east', 'payments-staging'],
  ])('is so of another environment: %s, %s', (cluster, namespace) => {
    expect(isTwinOfPlace({ cluster, namespace }, claimed)).toBe(true);
  });

  it.each([
    ['prod-east', 'payments'],
    ['prod-east', 'money'],
    ['prod-west', 'payments'],
  ])('is not so of another place alone: %s, %s', (cluster, namespace) => {
    expect(isTwinOfPlace({ cluster, namespace }, claimed)).toBe(false);
  });

  it('compares with every cluster that is asked', () => {
    const place = { cluster: 'staging-east', namespace: 'payments' };
    const clusters = ['prod-east', 'staging-west'];
    expect(isTwinOfPlace(place, { clusters })).toBe(false);
  });
});
