import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf } from '../testUtils/healthOf';
import { aContainer } from '../testUtils/someFacts';

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

  it.each(['ContainerCreating', 'PodInitializing'])(
    'says nothing while a container waits in %s',
    reason => {
      const containers = [waiting(reason)];
      expect(healthOf(aSickWorkload([{ containers }]))).toBeUndefined();
    },
  );
});
