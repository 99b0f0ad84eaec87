import { parse } from 'yaml';
import { renderCatalogFix } from './renderCatalogFix';

describe('renderCatalogFix', () => {
  it.each(['payments-platform', 'no', '1.10', 'app in (a,b)', 'it\'s: "x" #'])(
    'writes %j so that YAML reads it as the same string',
    value => {
      const text = renderCatalogFix({
        kind: 'edit-annotations',
        entityRef: 'component:default/x',
        set: { 'backstage.io/kubernetes-id': value },
        remove: [],
      });

      expect(parse(text)).toEqual({
        metadata: { annotations: { 'backstage.io/kubernetes-id': value } },
      });
    },
  );

  it('names what to remove', () => {
    expect(
      renderCatalogFix({
        kind: 'edit-annotations',
        entityRef: 'component:default/x',
        set: {},
        remove: ['backstage.io/kubernetes-id'],
      }),
    ).toContain('# remove backstage.io/kubernetes-id');
  });

  it('adds the Resource of a cluster', () => {
    const text = renderCatalogFix({
      kind: 'relate-cluster',
      entityRef: 'component:default/x',
      cluster: 'prod-east',
      resourceRef: 'resource:default/prod-east',
    });

    expect(parse(text)).toEqual({
      spec: { dependsOn: ['resource:default/prod-east'] },
    });
  });
});
