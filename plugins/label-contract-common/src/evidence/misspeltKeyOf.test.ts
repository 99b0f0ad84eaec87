import { KUBERNETES_ID } from '../annotations';
import { misspeltKeyOf } from './misspeltKeyOf';

describe('misspeltKeyOf', () => {
  it.each([
    'backstage.io/kubernetes_id',
    'backstage.io/kubernets-id',
    'backstage.io/kubernetes-ID',
    'backstage.oi/kubernetes-id',
    'kubernetes-id',
    'example.com/kubernetes.id',
  ])('recognizes %s', key => {
    expect(misspeltKeyOf({ app: 'payments', [key]: 'payments' })).toBe(key);
  });

  it.each([
    'app',
    'app.kubernetes.io/instance',
    'app.kubernetes.io/component',
    'backstage.io/kubernetes-namespace',
    'backstage.io/managed-by-location',
    'kubernetes-idle',
  ])('takes %s for what it is', key => {
    expect(misspeltKeyOf({ [key]: 'payments' })).toBeUndefined();
  });

  it('says nothing where the right key is there, too', () => {
    expect(
      misspeltKeyOf({ [KUBERNETES_ID]: 'payments', 'kubernetes-id': 'x' }),
    ).toBeUndefined();
  });
});
