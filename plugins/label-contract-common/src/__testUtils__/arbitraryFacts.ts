import * as fc from 'fast-check';
import { KUBERNETES_ID } from '../annotations';
import { CronJobFacts } from '../facts/CronJobFacts';
import { Facts } from '../facts/Facts';
import { JobFacts } from '../facts/JobFacts';
import { Labels } from '../facts/ObjectFacts';
import { PodFacts } from '../facts/PodFacts';
import { ReplicaSetFacts } from '../facts/ReplicaSetFacts';
import { ReplicatedFacts } from '../facts/TemplatedFacts';

/** Values that meet each other often: of claims, of labels, of names. */
const VALUES = [
  'payments',
  'payments-platform',
  'payment-platform',
  'payments-gateway',
  'Payments_Platform',
  'payments-staging',
  'svc-1',
  'svc-2',
  '',
];

const CLUSTERS = ['prod-east', 'prod-west'];
const NAMESPACES = ['payments-team', 'payments', 'staging'];

/** Anything that an annotation may hold: near the truth, at the limits of a label, and nonsense. */
export const anyValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'a'.repeat(63),
      'a'.repeat(64),
      'payments-platform\n',
      ' payments ',
      'payments,payments-platform',
      '=x',
      '__proto__',
      'no',
      '1.10',
    ),
  },
);

/** Anything that somebody may have written as a selector. */
export const anySelector: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    `${KUBERNETES_ID}=payments`,
    `${KUBERNETES_ID} in (payments, payments-platform)`,
    'app=payments,tier!=db',
    'app notin (payments)',
    '!app',
    'app',
    ' ',
    'app=x,',
    'app IN (a)',
  ),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

/** Labels of one level. */
const anyLabels: fc.Arbitrary<Labels> = fc
  .record(
    {
      [KUBERNETES_ID]: fc.constantFrom(...VALUES),
      'backstage.io/kubernetes_id': fc.constantFrom(...VALUES),
      app: fc.constantFrom(...VALUES),
      'app.kubernetes.io/part-of': fc.constantFrom(...VALUES),
      constructor: fc.constantFrom(...VALUES),
    },
    { requiredKeys: [] },
  )
  .map(labels => ({ ...labels }));

const anyPlace = fc.record({
  cluster: fc.constantFrom(...CLUSTERS),
  namespace: fc.constantFrom(...NAMESPACES),
});

const anyTemplate = fc.record({
  templateLabels: anyLabels,
  isOptedOut: fc.integer({ max: 9, min: 0 }).map(number => number === 0),
  selectorKeys: fc.constantFrom(undefined, ['app'], [KUBERNETES_ID]),
  manager: fc.constantFrom(
    undefined,
    { tool: 'argo-cd', ref: 'payments' } as const,
    { tool: 'helm', ref: 'payments-team/payments' } as const,
  ),
});

const count = fc.integer({ min: 0, max: 3 });

const anyReplicas: fc.Arbitrary<
  Pick<
    ReplicatedFacts,
    | 'desiredReplicas'
    | 'readyReplicas'
    | 'updatedReplicas'
    | 'replicas'
    | 'isObserved'
  >
> = fc.record({
  desiredReplicas: count,
  readyReplicas: count,
  updatedReplicas: count,
  replicas: count,
  isObserved: fc.boolean(),
});

type Shape = fc.Arbitrary<(number: number) => Facts[]>;

/** Makes a workload of one kind with what it controls; a number makes its names and uids its own. */
function shape<Drawn>(
  drawn: fc.Arbitrary<Drawn>,
  make: (drawn: Drawn, id: { name: string; uid: string }) => Facts[],
): Shape {
  return fc.tuple(fc.constantFrom(...VALUES.filter(Boolean)), drawn).map(
    ([name, each]) =>
      (number: number) =>
        make(each, {
          name: `${name.toLowerCase().replace('_', '-')}-${number}`,
          uid: `uid-${number}`,
        }),
  );
}

const anyPods = fc.array(
  fc.record({
    labels: fc.option(anyLabels, { nil: undefined }),
    isReady: fc.boolean(),
    isDeleting: fc.boolean(),
    phase: fc.constantFrom('Running', 'Pending', 'Failed', 'Succeeded'),
    waitingReason: fc.constantFrom(
      undefined,
      'CrashLoopBackOff',
      'ImagePullBackOff',
    ),
  }),
  { maxLength: 3 },
);

type DrawnPods = typeof anyPods extends fc.Arbitrary<infer Pods> ? Pods : never;

function podsOf(
  owner: Pick<
    ReplicaSetFacts,
    'cluster' | 'namespace' | 'name' | 'uid' | 'templateLabels'
  > & { readonly kind: string },
  pods: DrawnPods,
): PodFacts[] {
  return pods.map(({ labels, waitingReason, ...pod }, index) => ({
    kind: 'Pod',
    cluster: owner.cluster,
    namespace: owner.namespace,
    name: `${owner.name}-${index}`,
    uid: `${owner.uid}-pod-${index}`,
    controllerUid: owner.uid,
    controllerKind: owner.kind,
    labels: labels ?? owner.templateLabels,
    containers: [
      { name: 'main', isReady: pod.isReady, restartCount: 0, waitingReason },
    ],
    ...pod,
  }));
}

const revised = shape(
  fc.record({
    kind: fc.constantFrom('Deployment' as const, 'Rollout' as const),
    place: anyPlace,
    labels: anyLabels,
    template: anyTemplate,
    replicas: anyReplicas,
    isPaused: fc.boolean(),
    earlier: fc.array(anyLabels, { maxLength: 2 }),
    pods: anyPods,
  }),
  (
    { kind, place, labels, template, replicas, isPaused, earlier, pods },
    { name, uid },
  ) => {
    const workload = {
      kind,
      ...place,
      ...template,
      ...replicas,
      name,
      uid,
      labels,
      isPaused,
    };
    const revisions = [...earlier, template.templateLabels].map(
      (templateLabels, index): ReplicaSetFacts => ({
        kind: 'ReplicaSet',
        ...place,
        name: `${name}-${index + 1}`,
        uid: `${uid}-set-${index + 1}`,
        controllerUid: uid,
        controllerKind: kind,
        labels: templateLabels,
        templateLabels,
        revision: index + 1,
        desiredReplicas: index === earlier.length ? pods.length : 0,
        readyReplicas: 0,
        isOptedOut: false,
      }),
    );
    return [workload, ...revisions, ...podsOf(revisions[earlier.length], pods)];
  },
);

const direct = shape(
  fc.record({
    kind: fc.constantFrom('StatefulSet' as const, 'DaemonSet' as const),
    updateStrategy: fc.constantFrom(
      'RollingUpdate' as const,
      'OnDelete' as const,
    ),
    place: anyPlace,
    labels: anyLabels,
    template: anyTemplate,
    replicas: anyReplicas,
    pods: anyPods,
  }),
  (
    { kind, updateStrategy, place, labels, template, replicas, pods },
    { name, uid },
  ) => {
    const workload = {
      kind,
      ...place,
      ...template,
      ...replicas,
      updateStrategy,
      name,
      uid,
      labels,
    };
    return [workload, ...podsOf(workload, pods)];
  },
);

const scheduled = shape(
  fc.record({
    place: anyPlace,
    labels: anyLabels,
    jobTemplateLabels: anyLabels,
    template: anyTemplate,
    isSuspended: fc.boolean(),
    pods: anyPods,
    hasFailed: fc.boolean(),
  }),
  (
    {
      place,
      labels,
      jobTemplateLabels,
      template,
      isSuspended,
      pods,
      hasFailed,
    },
    { name, uid },
  ) => {
    const cronJob: CronJobFacts = {
      kind: 'CronJob',
      ...place,
      ...template,
      name,
      uid,
      labels,
      jobTemplateLabels,
      isSuspended,
    };
    const job: JobFacts = {
      kind: 'Job',
      ...place,
      ...template,
      name: `${name}-1`,
      uid: `${uid}-job`,
      labels: jobTemplateLabels,
      controllerUid: uid,
      controllerKind: 'CronJob',
      isSuspended: false,
      desiredReplicas: 1,
      activePods: pods.length,
      readyReplicas: 0,
      failure: hasFailed ? { reason: 'BackoffLimitExceeded' } : undefined,
    };
    return [cronJob, job, ...podsOf(job, pods)];
  },
);

const bare = shape(
  fc.record({ place: anyPlace, labels: anyLabels, isReady: fc.boolean() }),
  ({ place, labels, isReady }, { name, uid }) => [
    {
      kind: 'Pod',
      ...place,
      name,
      uid,
      labels,
      phase: 'Running',
      isReady,
      isDeleting: false,
      containers: [],
    },
  ],
);

const application: Shape = fc
  .record({
    place: anyPlace,
    selfHeals: fc.boolean(),
    isOutOfSync: fc.boolean(),
  })
  .map(({ place, selfHeals, isOutOfSync }) => number => [
    {
      kind: 'Application',
      ...place,
      name: 'payments',
      uid: `uid-${number}`,
      labels: {},
      destination: { server: 'https://kubernetes.default.svc' },
      selfHeals,
      outOfSync: isOutOfSync
        ? [`Deployment:${place.namespace}/payments-platform-1`]
        : [],
    },
  ]);

/** A few workloads of all kinds, in the middle of anything, with all that they control. */
export const anyFacts: fc.Arbitrary<Facts[]> = fc
  .array(fc.oneof(revised, revised, direct, scheduled, bare, application), {
    maxLength: 6,
  })
  .map(shapes => shapes.flatMap((make, index) => make(index + 1)));
