import { factsFromControllerRevision } from './factsFromControllerRevision';

describe('factsFromControllerRevision', () => {
  it('keeps labels, number and age, and nothing of the template in it', () => {
    const facts = factsFromControllerRevision(
      {
        metadata: {
          name: 'desk-7f',
          namespace: 'desk-team',
          uid: 'u-1',
          labels: { app: 'desk' },
          creationTimestamp: '2026-01-01T10:00:00Z',
          ownerReferences: [
            {
              apiVersion: 'apps/v1',
              kind: 'StatefulSet',
              uid: 'u-2',
              controller: true,
            },
          ],
        },
        revision: 3,
        data: { spec: { template: { spec: { containers: ['secret'] } } } },
      },
      'prod-1',
    );
    expect(facts).toEqual({
      kind: 'ControllerRevision',
      cluster: 'prod-1',
      namespace: 'desk-team',
      name: 'desk-7f',
      uid: 'u-1',
      labels: { app: 'desk' },
      controllerUid: 'u-2',
      controllerKind: 'StatefulSet',
      revision: 3,
      createdAt: '2026-01-01T10:00:00Z',
    });
  });
});
