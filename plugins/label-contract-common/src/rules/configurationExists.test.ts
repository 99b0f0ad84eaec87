import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf } from '../testUtils/healthOf';
import { aContainer } from '../testUtils/someFacts';

const waiting = (waitingMessage?: string) =>
  aSickWorkload([
    {
      containers: [
        aContainer({
          isReady: false,
          waitingReason: 'CreateContainerConfigError',
          waitingMessage,
        }),
      ],
    },
  ]);

describe('configuration-exists', () => {
  it.each([
    [
      'secret "desk-database" not found',
      'object-missing',
      { kind: 'Secret', name: 'desk-database' },
    ],
    [
      'configmap "desk-settings" not found',
      'object-missing',
      { kind: 'ConfigMap', name: 'desk-settings' },
    ],
    [
      "couldn't find key DATABASE_PASSWORD in Secret payments-team/desk-database",
      'key-missing',
      { kind: 'Secret', name: 'desk-database', key: 'DATABASE_PASSWORD' },
    ],
    [
      "couldn't find key log.level in ConfigMap payments-team/desk.settings",
      'key-missing',
      { kind: 'ConfigMap', name: 'desk.settings', key: 'log.level' },
    ],
    ['container has runAsNonRoot and image will run as root', 'refused', {}],
    ['', 'refused', {}],
  ])('reads %j', (words, id, missing) => {
    expect(healthOf(waiting(words))).toMatchObject({
      rule: 'configuration-exists',
      owner: 'team',
      message: { id },
    });
    expect(healthOf(waiting(words))?.message.values).toEqual({
      workload: 'ticket-desk',
      container: 'main',
      words,
      ...missing,
    });
  });

  it('finds something also where the kubelet says nothing', () => {
    expect(healthOf(waiting(undefined))).toMatchObject({
      message: { id: 'refused', values: { words: '' } },
    });
  });

  it('says nothing of a container that was created', () => {
    const containers = [aContainer({ runningSince: '2026-01-01T09:59:58Z' })];
    expect(healthOf(aSickWorkload([{ containers }]))).toBeUndefined();
  });
});
