import { factsFromCronJob } from './factsFromCronJob';

const metadata = { name: 'report', namespace: 'desk-team', uid: 'u-1' };

describe('factsFromCronJob', () => {
  it('keeps labels and marks of each of its levels apart', () => {
    const named = (value: string) => ({
      labels: { app: value },
      annotations: { 'backstage.io/kubernetes-id': value },
    });
    expect(
      factsFromCronJob(
        {
          metadata: { ...metadata, ...named('object') },
          spec: {
            suspend: true,
            jobTemplate: {
              metadata: named('job'),
              spec: { template: { metadata: named('pod') } },
            },
          },
          status: {
            lastScheduleTime: '2026-01-01T10:00:00Z',
            lastSuccessfulTime: '2026-01-01T09:01:00Z',
          },
        },
        'prod-1',
      ),
    ).toMatchObject({
      kind: 'CronJob',
      labels: { app: 'object' },
      jobTemplateLabels: { app: 'job' },
      templateLabels: { app: 'pod' },
      marks: { annotations: { 'backstage.io/kubernetes-id': 'object' } },
      jobTemplateMarks: {
        annotations: { 'backstage.io/kubernetes-id': 'job' },
      },
      templateMarks: { annotations: { 'backstage.io/kubernetes-id': 'pod' } },
      isSuspended: true,
      lastScheduledAt: '2026-01-01T10:00:00Z',
      lastSucceededAt: '2026-01-01T09:01:00Z',
    });
  });

  it('has no labels of a job template that has none, and never ran yet', () => {
    expect(factsFromCronJob({ metadata }, 'c')).toMatchObject({
      jobTemplateLabels: {},
      templateLabels: {},
      isSuspended: false,
      lastScheduledAt: undefined,
      lastSucceededAt: undefined,
    });
  });
});
