import { until, type Cluster } from '@internal/control-plane';

const strangeRollout = [
  {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'rollouts.argoproj.io' },
    spec: {
      group: 'argoproj.io',
      names: { kind: 'Rollout', plural: 'rollouts' },
      scope: 'Namespaced',
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'strange', namespace: 'payments-team' },
    spec: { replicas: 'many' },
  },
];

/** Applies an object; its kind is served a moment after its definition is there. */
async function applyOnceServed(
  { kubectl }: Cluster,
  manifest: { kind: string },
): Promise<void> {
  await until(
    () =>
      kubectl(['apply', '--filename=-'], {
        input: JSON.stringify(manifest),
      }).catch(() => undefined),
    applied => applied !== undefined,
    { what: `the ${manifest.kind} to be applied` },
  );
}

/** Brings a Rollout to a cluster that the portal does not understand, so that it tells how many objects it leaves out. */
export async function applyStrangeRollout(cluster: Cluster): Promise<void> {
  for (const manifest of strangeRollout) {
    await applyOnceServed(cluster, manifest);
  }
}
