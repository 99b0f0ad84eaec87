import { SetLabelFix } from './Fix';
import { renderFix } from './renderFix';

const fix: SetLabelFix = {
  kind: 'set-label',
  workload: {
    cluster: 'workshop',
    namespace: 'payments-team',
    kind: 'Deployment',
    name: 'payments-gateway',
    uid: '1',
  },
  levels: ['pod-template'],
  key: 'backstage.io/kubernetes-id',
  value: 'payments-platform',
  replacesPods: 1,
};

describe('renderFix', () => {
  it.each(['oc', 'kubectl'] as const)('renders one line for %s', tool => {
    expect(renderFix(fix, tool)).toBe(
      `${tool} patch deployment payments-gateway -n payments-team --type=merge -p '{"spec":{"template":{"metadata":{"labels":{"backstage.io/kubernetes-id":"payments-platform"}}}}}'`,
    );
  });

  it('sets all levels with one patch', () => {
    expect(
      renderFix({ ...fix, levels: ['object', 'pod-template'] }, 'oc'),
    ).toContain(
      `'{"metadata":{"labels":{"backstage.io/kubernetes-id":"payments-platform"}},"spec":{"template":{"metadata":{"labels":{"backstage.io/kubernetes-id":"payments-platform"}}}}}'`,
    );
  });

  it('keeps a value that looks like another type a string', () => {
    expect(renderFix({ ...fix, value: 'no' }, 'oc')).toContain('"no"');
    expect(renderFix({ ...fix, value: '1.10' }, 'oc')).toContain('"1.10"');
  });

  it('leaves no quote of a value open in the shell', () => {
    expect(renderFix({ ...fix, value: "it's" }, 'oc')).toContain(`"it'\\''s"`);
  });
});
