import { healthFinding, judgedContainers } from './healthFinding';
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
  check({ workload }) {
    const { deployment } = workload;
    const waiting = judgedContainers(workload).filter(
      ({ waitingReason = '' }) =>
        NOT_PULLED.includes(waitingReason) || waitingReason === INVALID_NAME,
    );
    // Between two tries the kubelet says why only in the first of its two words.
    const container =
      waiting.find(({ waitingReason }) => waitingReason === 'ErrImagePull') ??
      waiting[0];
    if (!container) {
      return undefined;
    }
    return {
      rule: 'image-pullable',
      ...healthFinding(workload),
      message: {
        id:
          container.waitingReason === INVALID_NAME
            ? 'invalid-name'
            : 'not-pulled',
        values: {
          workload: deployment.name,
          container: container.name,
          image: container.image,
          isNewRevision: deployment.replicas > deployment.updatedReplicas,
          words: container.waitingMessage ?? '',
        },
      },
    };
  },
});
