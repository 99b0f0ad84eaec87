import { aHealthCheck } from '../testUtils/aHealthCheck';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf } from '../testUtils/healthOf';
import { aContainer, aPod } from '../testUtils/someFacts';
import { aStatefulSet } from '../testUtils/workloads';
import { checkHealth } from './checkHealth';

const waiting = (waitingReason: string, waitingMessage?: string) =>
  aContainer({
    isReady: false,
    image: 'registry.example.com/desk:v2',
    waitingReason,
    waitingMessage,
  });

describe('image-pullable', () => {
  it.each([
    ['ErrImagePull', 'not-pulled'],
    ['ImagePullBackOff', 'not-pulled'],
    ['InvalidImageName', 'invalid-name'],
  ])('names the image while a container waits in %s', (reason, id) => {
    const containers = [waiting(reason, 'manifest unknown')];
    expect(healthOf(aSickWorkload([{ containers }]))).toMatchObject({
      rule: 'image-pullable',
      owner: 'team',
      message: {
        id,
        values: {
          workload: 'ticket-desk',
          container: 'main',
          image: 'registry.example.com/desk:v2',
          words: 'manifest unknown',
        },
      },
    });
  });

  it('takes the words of a pull that just failed rather than those of the pause', () => {
    expect(
      healthOf(
        aSickWorkload([
          { containers: [waiting('ImagePullBackOff', 'Back-off pulling')] },
          { containers: [waiting('ErrImagePull', 'manifest unknown')] },
        ]),
      ),
    ).toMatchObject({ message: { values: { words: 'manifest unknown' } } });
  });

  it('sees the image of an init container too', () => {
    expect(
      healthOf(
        aSickWorkload([
          {
            initContainers: [waiting('ErrImagePull')],
            containers: [waiting('PodInitializing')],
          },
        ]),
      ),
    ).toMatchObject({
      rule: 'image-pullable',
      message: { values: { words: '' } },
    });
  });

  describe('with pods of an earlier revision beside it', () => {
    const statefulSet = aStatefulSet({
      name: 'desk',
      desiredReplicas: 2,
      readyReplicas: 1,
      updatedReplicas: 1,
      updateRevision: 'desk-new',
      updateStrategy: 'OnDelete',
    });
    const podOf = (revision: string, isReady: boolean) =>
      aPod(statefulSet, {
        name: `desk-${revision}`,
        isReady,
        labels: { 'controller-revision-hash': revision },
        containers: isReady ? [aContainer()] : [waiting('ErrImagePull')],
      });

    it.each([
      ['is new', 'desk-new', 'desk-old', true],
      ['was pulled before', 'desk-old', 'desk-new', false],
    ])('knows an image that %s', (_, sick, well, isNewRevision) => {
      const pods = [podOf(sick, false), podOf(well, true)];
      expect(checkHealth(aHealthCheck(statefulSet, pods))).toMatchObject({
        rule: 'image-pullable',
        message: { values: { isNewRevision } },
      });
    });
  });

  it.each(['ContainerCreating', 'PodInitializing'])(
    'says nothing while a container waits in %s',
    reason => {
      const containers = [waiting(reason)];
      expect(healthOf(aSickWorkload([{ containers }]))).toBeUndefined();
    },
  );
});
