import { parseManifests } from './manifests';

describe('parseManifests', () => {
  it('reads what a Deployment is, where it goes and what it simulates', () => {
    const text = `
kind: Namespace
metadata: { name: shop }
---
kind: Deployment
metadata: { name: till, namespace: shop }
spec:
  template:
    metadata:
      annotations: { portal-operations.io/simulate: crash-loop }
`;
    expect(parseManifests(text, 'shop.yaml')).toEqual([
      { kind: 'Namespace', name: 'shop' },
      {
        kind: 'Deployment',
        name: 'till',
        namespace: 'shop',
        simulate: 'crash-loop',
      },
    ]);
  });

  it('says which document is no Kubernetes object', () => {
    expect(() =>
      parseManifests('kind: A\nmetadata: {name: a}\n---\njust: text', 'a.yaml'),
    ).toThrow('Document 2 of a.yaml has no kind or no metadata.name');
  });

  it('says which document is not YAML', () => {
    expect(() => parseManifests('a: [', 'a.yaml')).toThrow(
      'Document 1 of a.yaml is not YAML',
    );
  });
});
