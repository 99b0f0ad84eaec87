import { factsFromDeploymentConfig } from './factsFromDeploymentConfig';

const metadata = {
  name: 'desk',
  namespace: 'desk-team',
  uid: 'u-1',
  generation: 2,
};

describe('factsFromDeploymentConfig', () => {
  it('keeps template, replicas and progress', () => {
    expect(
      factsFromDeploymentConfig(
        {
          metadata,
          spec: {
            replicas: 2,
            paused: true,
            template: { metadata: { labels: { app: 'desk' } } },
          },
          status: {
            observedGeneration: 2,
            replicas: 2,
            updatedReplicas: 1,
            readyReplicas: 1,
            conditions: [
              {
                type: 'Progressing',
                status: 'False',
                reason: 'ProgressDeadlineExceeded',
              },
            ],
          },
        },
        'prod-1',
      ),
    ).toMatchObject({
      kind: 'DeploymentConfig',
      templateLabels: { app: 'desk' },
      desiredReplicas: 2,
      replicas: 2,
      updatedReplicas: 1,
      readyReplicas: 1,
      isObserved: true,
      isPaused: true,
      progressFailure: 'ProgressDeadlineExceeded',
    });
  });
});
