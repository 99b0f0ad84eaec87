import {
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { anEntity } from '../testUtils/anEntity';
import { labelled } from '../testUtils/someFacts';
import { createCatalogView } from './CatalogView';

const east = { cluster: 'prod-east', namespace: 'payments-team' };

function claimants(
  view: ReturnType<typeof createCatalogView>,
  labels: Record<string, string>,
  place = east,
) {
  return view.claimantsOf(labels, place).map(({ entityRef }) => entityRef);
}

describe('createCatalogView', () => {
  it('finds claims by id and by selector', () => {
    const view = createCatalogView([
      anEntity('pay'),
      anEntity('money', { [KUBERNETES_LABEL_SELECTOR]: 'team=money' }),
    ]);

    expect(claimants(view, { ...labelled('pay'), team: 'money' })).toEqual([
      'component:default/pay',
      'component:default/money',
    ]);
    expect(claimants(view, { team: 'other' })).toEqual([]);
  });

  it('finds a claim only in the namespace and on the clusters that it reaches', () => {
    const narrowed = anEntity('pay', {
      ...labelled('pay'),
      [KUBERNETES_NAMESPACE]: 'payments-team',
    });
    const view = createCatalogView([narrowed], {
      clustersOf: () => ['prod-east'],
    });
    const found = (place: Partial<typeof east>) =>
      claimants(view, labelled('pay'), { ...east, ...place });

    expect(found({})).toHaveLength(1);
    expect(found({ namespace: 'staging' })).toEqual([]);
    expect(found({ cluster: 'prod-west' })).toEqual([]);
    expect(
      claimants(createCatalogView([narrowed]), labelled('pay'), {
        ...east,
        cluster: 'prod-west',
      }),
    ).toHaveLength(1);
  });

  it('lets a broken claim find nothing', () => {
    const view = createCatalogView([
      anEntity('a', labelled('pay,orders')),
      anEntity('b', { [KUBERNETES_LABEL_SELECTOR]: ' ' }),
      anEntity('c', { [KUBERNETES_LABEL_SELECTOR]: 'app in' }),
    ]);

    expect(claimants(view, { ...labelled('pay'), app: 'pay' })).toEqual([]);
  });

  it('knows Components by name, in every namespace of the catalog', () => {
    const pay = anEntity('pay', {});
    const view = createCatalogView([
      pay,
      { ...pay, metadata: { ...pay.metadata, namespace: 'other' } },
      { ...anEntity('money'), kind: 'System' },
    ]);

    expect(view.componentsNamed('pay')).toEqual([
      'component:default/pay',
      'component:other/pay',
    ]);
    expect(view.hasComponent('money')).toBe(false);
    expect(view.isUnclaimedComponent('component:other/pay')).toBe(true);
    expect(view.isUnclaimedComponent('system:default/money')).toBe(false);
  });
});
