import { describeManifests, describeWorkshop } from './describeWorkshop';

describe('describeManifests', () => {
  it('gives a namespace with its content one line, and each right one', () => {
    expect(
      describeManifests(
        [
          { kind: 'Namespace', name: 'empty' },
          { kind: 'Namespace', name: 'shop' },
          { kind: 'Deployment', name: 'till', namespace: 'shop' },
          {
            kind: 'Deployment',
            name: 'bell',
            namespace: 'shop',
            simulate: 'crash-loop',
          },
        ],
        [
          { kind: 'ClusterRole', name: 'reader' },
          { kind: 'ServiceAccount', name: 'portal', namespace: 'empty' },
        ],
      ),
    ).toEqual([
      'Namespace empty',
      'Namespace shop with Deployment till, Deployment bell (crash-loop on purpose)',
      'ClusterRole reader',
      'ServiceAccount portal in namespace empty',
    ]);
  });
});

describe('describeWorkshop', () => {
  it('names everything that is created, and nothing that the template is to make', () => {
    const text = describeWorkshop().join('\n');
    expect(text).toContain('Deployment inventory-db-migrator (crash-loop');
    expect(text).toContain('ClusterRoleBinding rhdh-scaffolder-binding');
    expect(text).toContain(
      'ServiceAccount rhdh-kubernetes-plugin in namespace backstage',
    );
    expect(text).not.toContain('order-tracker');
  });
});
