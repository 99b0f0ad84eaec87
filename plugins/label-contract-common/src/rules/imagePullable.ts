import { newestRevisionTest } from '../match/matchWorkload';
import { healthFinding, judgedPods } from './healthFinding';
import { defineWorkloadRule } from './Rule';

const NOT_PULLED = ['ErrImagePull', 'ImagePullBackOff'];
const INVALID_NAME = 'InvalidImageName';

/**
 * A container waits for its image: the registry does not give it, or its name is no legal one.
 *
 * @public
 */
export const imagePullable = defineWorkloadRule({
  id: 'image-pullable',
  description: 'The image of every container can be pulled.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload, facts: view }) {
    const { facts } = workload;
    const waiting = judgedPods(workload)
      .flatMap(pod =>
        [...(pod.initContainers ?? []), ...pod.containers].map(container => ({
          pod,
          container,
        })),
      )
      .filter(
        ({ container: { waitingReason = '' } }) =>
          NOT_PULLED.includes(waitingReason) || waitingReason === INVALID_NAME,
      );
    // Between two tries the kubelet says why only in the first of its two words.
    const first =
      waiting.find(
        ({ container }) => container.waitingReason === 'ErrImagePull',
      ) ?? waiting[0];
    if (!first) {
      return undefined;
    }
    const { pod, container } = first;
    return {
      rule: 'image-pullable',
      ...healthFinding(workload),
      message: {
        id:
          container.waitingReason === INVALID_NAME
            ? 'invalid-name'
            : 'not-pulled',
        values: {
          workload: facts.name,
          container: container.name,
          image: container.image,
          isNewRevision:
            'updatedReplicas' in facts &&
            facts.replicas > facts.updatedReplicas &&
            newestRevisionTest(facts, view)(pod),
          words: container.waitingMessage ?? '',
        },
      },
    };
  },
});
