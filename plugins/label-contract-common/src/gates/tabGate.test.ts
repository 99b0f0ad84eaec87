import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { anEntity } from '../testUtils/anEntity';
import { tabGate } from './tabGate';

describe('tabGate', () => {
  it.each([
    ['the id', { [KUBERNETES_ID]: 'pay' }, KUBERNETES_ID],
    [
      'id and selector: the selector counts',
      { [KUBERNETES_ID]: 'pay', [KUBERNETES_LABEL_SELECTOR]: 'app=pay' },
      KUBERNETES_LABEL_SELECTOR,
    ],
    [
      'selector and namespace',
      {
        [KUBERNETES_LABEL_SELECTOR]: 'app=pay',
        [KUBERNETES_NAMESPACE]: 'payments-team',
      },
      KUBERNETES_LABEL_SELECTOR,
    ],
    [
      'the id, and an empty selector',
      { [KUBERNETES_ID]: 'pay', [KUBERNETES_LABEL_SELECTOR]: '' },
      KUBERNETES_ID,
    ],
  ])('is open in every shell with %s', (_, annotations, key) => {
    expect(tabGate(anEntity('pay', annotations))).toEqual({
      gate: 'tab',
      state: 'open',
      reason: { id: 'annotation-set', values: { key } },
      holdsBack: [],
      shell: undefined,
    });
  });

  it('is open with the selector alone, but for the legacy shell of RHDH 1.x', () => {
    const entity = anEntity('pay', { [KUBERNETES_LABEL_SELECTOR]: 'app=pay' });
    expect(tabGate(entity)).toMatchObject({
      state: 'open',
      shell: {
        shell: 'rhdh-1-legacy',
        state: 'closed',
        reason: { id: 'no-tab' },
      },
    });
  });

  it('is closed with the namespace alone, where the legacy shell shows a notice', () => {
    const entity = anEntity('pay', { [KUBERNETES_NAMESPACE]: 'payments-team' });
    expect(tabGate(entity)).toMatchObject({
      state: 'closed',
      reason: {
        id: 'annotation-missing',
        values: { keys: [KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR] },
      },
      shell: { reason: { id: 'says-missing-annotation' } },
    });
  });

  it.each([[KUBERNETES_ID], [KUBERNETES_LABEL_SELECTOR]])(
    'is open with an empty %s, but for the legacy shell',
    key => {
      expect(tabGate(anEntity('pay', { [key]: '' }))).toMatchObject({
        state: 'open',
        reason: { id: 'annotation-empty', values: { key } },
        shell: { reason: { id: 'no-tab' } },
      });
      expect(
        tabGate(anEntity('pay', { [key]: '', [KUBERNETES_NAMESPACE]: 'a' })),
      ).toMatchObject({
        state: 'open',
        shell: { reason: { id: 'says-missing-annotation' } },
      });
    },
  );

  it('is closed everywhere without any annotation', () => {
    expect(tabGate(anEntity('pay', {}))).toMatchObject({
      state: 'closed',
      shell: undefined,
    });
  });
});
