import { factsFromPod } from './factsFromPod';

const metadata = { name: 'desk-1', namespace: 'desk-team', uid: 'u-1' };

function factsOf(options: {
  spec?: object;
  status?: object;
  conditions?: object[];
}) {
  const { spec, status, conditions } = options;
  return factsFromPod(
    { metadata, spec, status: { phase: 'Pending', conditions, ...status } },
    'prod-1',
  );
}

describe('factsFromPod', () => {
  it('keeps why the scheduler finds no node', () => {
    expect(
      factsOf({
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message: '0/3 nodes are available: 3 Insufficient memory.',
          },
        ],
      }),
    ).toMatchObject({
      node: undefined,
      schedulingFailure: '0/3 nodes are available: 3 Insufficient memory.',
    });
  });

  it('tells a scheduler without words from a pod that it has not seen', () => {
    const condition = { type: 'PodScheduled', status: 'False' };
    expect(
      factsOf({ conditions: [{ ...condition, reason: 'Unschedulable' }] }),
    ).toMatchObject({ schedulingFailure: '' });
    expect(
      factsOf({ conditions: [{ ...condition, reason: 'SchedulingGated' }] }),
    ).toMatchObject({ schedulingFailure: undefined });
    expect(factsOf({})).toMatchObject({ schedulingFailure: undefined });
  });

  it('keeps readiness of pod and containers apart, with the gates between them', () => {
    expect(
      factsOf({
        spec: {
          nodeName: 'worker-2',
          readinessGates: [
            { conditionType: 'example.com/open' },
            { conditionType: 'example.com/closed' },
            { conditionType: 'example.com/never-set' },
          ],
        },
        conditions: [
          { type: 'ContainersReady', status: 'True' },
          {
            type: 'Ready',
            status: 'False',
            lastTransitionTime: '2026-01-01T10:00:00Z',
          },
          { type: 'example.com/open', status: 'True' },
          { type: 'example.com/closed', status: 'False' },
        ],
      }),
    ).toMatchObject({
      node: 'worker-2',
      isReady: false,
      areContainersReady: true,
      readinessChangedAt: '2026-01-01T10:00:00Z',
      closedReadinessGates: ['example.com/closed', 'example.com/never-set'],
    });
  });

  it('knows a pod that is about to be evicted', () => {
    const conditions = [{ type: 'DisruptionTarget', status: 'True' }];
    expect(factsOf({ conditions })).toMatchObject({ isDisrupted: true });
    expect(factsOf({})).toMatchObject({ isDisrupted: false });
  });

  it('counts sidecars among the containers, and other init containers apart', () => {
    const { containers, initContainers } = factsOf({
      spec: {
        initContainers: [
          { name: 'migrate', image: 'migrate:v1' },
          { name: 'proxy', image: 'proxy:v1', restartPolicy: 'Always' },
        ],
        containers: [{ name: 'desk', image: 'desk:v1' }],
      },
      status: {
        initContainerStatuses: [{ name: 'migrate' }, { name: 'proxy' }],
        containerStatuses: [{ name: 'desk' }],
      },
    });
    expect(containers.map(({ name, image }) => [name, image])).toEqual([
      ['desk', 'desk:v1'],
      ['proxy', 'proxy:v1'],
    ]);
    expect(initContainers?.map(({ name, image }) => [name, image])).toEqual([
      ['migrate', 'migrate:v1'],
    ]);
  });
});

describe('factsFromPod, of a container', () => {
  const containerOf = (spec: object, status: object) =>
    factsOf({
      spec: { containers: [{ name: 'desk', ...spec }] },
      status: { containerStatuses: [{ name: 'desk', ...status }] },
    }).containers[0];

  it('keeps image, limit, start, and what it waits for', () => {
    expect(
      containerOf(
        {
          image: 'desk:v2',
          resources: { limits: { memory: '512Mi', cpu: '1' } },
        },
        {
          started: false,
          state: {
            waiting: {
              reason: 'ErrImagePull',
              message: 'Get "https://robot:s3cret@registry.test/": denied',
            },
          },
        },
      ),
    ).toMatchObject({
      image: 'desk:v2',
      memoryLimit: '512Mi',
      isStarted: false,
      runningSince: undefined,
      waitingReason: 'ErrImagePull',
      waitingMessage: expect.not.stringContaining('s3cret'),
    });
  });

  it('knows since when it runs', () => {
    const startedAt = '2026-01-01T10:00:00Z';
    expect(
      containerOf({}, { state: { running: { startedAt } } }).runningSince,
    ).toBe(startedAt);
  });

  it.each([
    [
      'its own numbers',
      {
        initialDelaySeconds: 5,
        periodSeconds: 20,
        failureThreshold: 2,
        timeoutSeconds: 4,
      },
      49,
    ],
    [
      'what the API server fills in',
      { periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 1 },
      31,
    ],
    ['no number at all', {}, 31],
  ])('sums up what a readiness probe with %s allows', (_, probe, seconds) => {
    const readinessProbe = { tcpSocket: { port: 8080 }, ...probe };
    expect(containerOf({ readinessProbe }, {}).readinessAllowanceSeconds).toBe(
      seconds,
    );
  });

  it('has no allowance without a readiness probe', () => {
    expect(
      containerOf({ livenessProbe: { periodSeconds: 10 } }, {})
        .readinessAllowanceSeconds,
    ).toBeUndefined();
  });
});
