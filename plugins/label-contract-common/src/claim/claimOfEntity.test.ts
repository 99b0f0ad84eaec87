import { anEntity } from '../testUtils/anEntity';
import { claimOfEntity } from './claimOfEntity';

describe('claimOfEntity', () => {
  it.each([
    [
      'the id as an equality',
      { 'backstage.io/kubernetes-id': 'pay' },
      { query: 'backstage.io/kubernetes-id=pay', id: 'pay' },
    ],
    [
      'the selector, which wins over the id',
      {
        'backstage.io/kubernetes-id': 'pay',
        'backstage.io/kubernetes-label-selector': 'app=pay',
      },
      { query: 'app=pay' },
    ],
    [
      'the namespace that narrows it',
      {
        'backstage.io/kubernetes-id': 'pay',
        'backstage.io/kubernetes-namespace': 'pay-prod',
      },
      {
        query: 'backstage.io/kubernetes-id=pay',
        id: 'pay',
        namespace: 'pay-prod',
      },
    ],
    ['nothing without annotations', {}, undefined],
    [
      'nothing from a namespace alone',
      { 'backstage.io/kubernetes-namespace': 'pay-prod' },
      undefined,
    ],
    [
      'nothing from an empty id',
      { 'backstage.io/kubernetes-id': '' },
      undefined,
    ],
  ])('reads %s', (_, annotations: Record<string, string>, claim) => {
    expect(claimOfEntity(anEntity('pay', annotations))).toEqual(claim);
  });
});
