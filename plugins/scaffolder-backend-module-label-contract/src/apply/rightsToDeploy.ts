import type { CompanionManifest } from '../manifests/workloadManifests';
import type { WorkloadSpec } from '../manifests/WorkloadSpec';
import type { Right } from '../objects/Right';
import type { WrittenKind } from '../objects/WrittenKinds';
import { rightsToApply } from './requireRights';

/** OpenShift asks for it where a Route names a host of its own. */
const CUSTOM_HOST: Right = {
  verb: 'create',
  group: 'route.openshift.io',
  resource: 'routes/custom-host',
};

/** The rights that it takes to deploy a workload. */
export function rightsToDeploy(
  { namespace }: WorkloadSpec,
  companions: readonly CompanionManifest[],
): Right[] {
  const kinds: WrittenKind[] = [
    'Deployment',
    ...companions.map(({ kind }) => kind),
  ];
  return [
    ...rightsToApply('Namespace', { verbs: ['get'] }),
    ...kinds.flatMap(kind => rightsToApply(kind, { namespace })),
    ...companions.flatMap(companion =>
      companion.kind === 'Route' && companion.spec.host
        ? [{ ...CUSTOM_HOST, namespace }]
        : [],
    ),
  ];
}
