import { factsFromMarks } from './factsFromMarks';
import { JsonNode } from './JsonNode';

const KEY = 'backstage.io/kubernetes-id';

const marksOf = (metadata: object, path: string[] = ['metadata']) =>
  factsFromMarks({ object: new JsonNode({ metadata }), path });

const entry = (manager: string, time: string, fieldsV1: object) => ({
  manager,
  time,
  operation: 'Update',
  fieldsV1,
});

const onLabels = (...keys: string[]) => ({
  'f:metadata': {
    'f:labels': {
      '.': {},
      ...Object.fromEntries(keys.map(key => [`f:${key}`, {}])),
    },
  },
});

describe('factsFromMarks', () => {
  it.each([
    KEY,
    'backstage.io/kubernetes_id',
    'backstage.io/Kubernetes-Id',
    'backstage.io/kubernetes.id',
    'backstage.io/kubernetesid',
    'kubernetes-id',
  ])('keeps the annotation %s', key => {
    expect(marksOf({ annotations: { [key]: 'x', other: 'y' } })).toEqual({
      annotations: { [key]: 'x' },
    });
  });

  it.each([
    'kubectl.kubernetes.io/last-applied-configuration',
    'backstage.io/kubernetes-id-note',
    'backstage.io/kubernetes-namespace',
    'my-kubernetes-id',
  ])('keeps nothing of the annotation %s', key => {
    expect(marksOf({ annotations: { [key]: `{"${KEY}":"x"}` } })).toBe(
      undefined,
    );
  });

  it('names the field manager of the labels that matter, and of no other', () => {
    expect(
      marksOf({
        managedFields: [
          entry('helm', '2026-01-01T10:00:00Z', onLabels(KEY, 'app')),
          entry(
            'argocd-controller',
            '2026-01-01T10:00:00Z',
            onLabels('app.kubernetes.io/instance'),
          ),
          entry('kube-controller-manager', '2026-01-01T10:05:00Z', {
            'f:status': { 'f:replicas': {} },
          }),
        ],
      }),
    ).toEqual({
      labelManagers: {
        [KEY]: 'helm',
        'app.kubernetes.io/instance': 'argocd-controller',
      },
    });
  });

  it('names of several owners the one that wrote last', () => {
    const managedFields = [
      entry('kubectl-label', '2026-01-01T11:00:00Z', onLabels(KEY)),
      entry('argocd-controller', '2026-01-01T10:00:00Z', onLabels(KEY)),
    ];
    expect(marksOf({ managedFields })).toEqual({
      labelManagers: { [KEY]: 'kubectl-label' },
    });
  });

  it('keeps the owner of a label in a template apart from that of the object', () => {
    const path = ['spec', 'template', 'metadata'];
    const managedFields = [
      entry('kubectl-patch', '2026-01-01T10:00:00Z', {
        'f:spec': { 'f:template': onLabels(KEY) },
      }),
    ];
    expect(marksOf({ managedFields })).toBeUndefined();
    expect(marksOf({ managedFields }, path)).toEqual({
      labelManagers: { [KEY]: 'kubectl-patch' },
    });
  });
});
