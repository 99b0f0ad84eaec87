import { ControllerRevisionFacts } from '../facts/ControllerRevisionFacts';
import { Facts } from '../facts/Facts';
import { Labels } from '../facts/ObjectFacts';
import { PodFacts } from '../facts/PodFacts';
import { StatefulSetFacts } from '../facts/StatefulSetFacts';

/** Where Kubernetes says of which ControllerRevision a pod is. */
const REVISION_HASH = 'controller-revision-hash';

/** Labels that a controller gives its pods besides those of the template. */
const GIVEN_BY_CONTROLLERS = [
  'apps.kubernetes.io/pod-index',
  'pod-template-generation',
  'pod-template-hash',
  'rollouts-pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
];

/** What its controller puts in the place of a pod that is deleted; nothing, where nothing controls it. */
export function podAnew(
  pod: PodFacts,
  facts: readonly Facts[],
): PodFacts | undefined {
  const owner = facts.find(
    fact => fact.cluster === pod.cluster && fact.uid === pod.controllerUid,
  );
  if (!owner || !('templateLabels' in owner)) {
    return undefined;
  }
  const { templateLabels } = owner;
  switch (owner.kind) {
    case 'StatefulSet':
      // Below the partition it comes back in its earlier revision.
      return isBelowPartition(owner, pod)
        ? { ...pod, uid: `${pod.uid}-anew` }
        : podOfRevision({ pod, templateLabels, hash: owner.updateRevision });
    case 'DaemonSet': {
      const newest = newestRevision(revisionsOf(owner, facts));
      return podOfRevision({
        pod: { ...pod, name: `${pod.name}-anew` },
        templateLabels,
        // What follows its own name.
        hash: newest?.name.slice(owner.name.length + 1),
      });
    }
    default:
      return podOfRevision({
        pod: { ...pod, name: `${pod.name}-anew` },
        templateLabels,
      });
  }
}

/** A pod in the place of another one, which does what that did. */
export function podOfRevision(options: {
  pod: PodFacts;
  templateLabels: Labels;
  hash?: string;
}): PodFacts {
  const { pod, templateLabels, hash } = options;
  const given = Object.entries(pod.labels).filter(([key]) =>
    GIVEN_BY_CONTROLLERS.includes(key),
  );
  return {
    ...pod,
    uid: `${pod.uid}-anew`,
    labels: {
      ...Object.fromEntries(given),
      ...templateLabels,
      ...(hash !== undefined && { [REVISION_HASH]: hash }),
    },
  };
}

/** Whether a StatefulSet keeps a pod in the revision that it is of. */
export function isBelowPartition(
  { partition = 0 }: StatefulSetFacts,
  { name }: PodFacts,
): boolean {
  return Number(name.slice(name.lastIndexOf('-') + 1)) < partition;
}

/** The ControllerRevisions of a StatefulSet or DaemonSet. */
export function revisionsOf(
  owner: { readonly cluster: string; readonly uid: string },
  facts: readonly Facts[],
): ControllerRevisionFacts[] {
  return facts.filter(
    (fact): fact is ControllerRevisionFacts =>
      fact.kind === 'ControllerRevision' &&
      fact.cluster === owner.cluster &&
      fact.controllerUid === owner.uid,
  );
}

function newestRevision(
  revisions: readonly ControllerRevisionFacts[],
): ControllerRevisionFacts | undefined {
  const numberOf = ({ revision, createdAt = '' }: ControllerRevisionFacts) =>
    revision ?? Date.parse(createdAt);
  return [...revisions].sort((a, b) => numberOf(b) - numberOf(a))[0];
}
