import { diffOfObjects } from './diffOfObjects';

const namespace = (lifecycle: string, resourceVersion: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: 'order-tracker',
    resourceVersion,
    labels: { 'portal-operations.io/lifecycle': lifecycle },
    annotations: { 'deployment.kubernetes.io/revision': resourceVersion },
  },
  status: { phase: lifecycle },
});

describe('diffOfObjects', () => {
  it('shows what differs, with its surroundings', () => {
    expect(
      diffOfObjects(
        namespace('development', '7'),
        namespace('production', '8'),
      ),
    ).toBe(
      [
        ' kind: Namespace',
        ' metadata:',
        '   labels:',
        '-    portal-operations.io/lifecycle: development',
        '+    portal-operations.io/lifecycle: production',
        '   name: order-tracker',
      ].join('\n'),
    );
  });

  it('is empty where only the API server’s own fields differ', () => {
    expect(diffOfObjects(namespace('a', '7'), namespace('a', '8'))).toBe('');
  });
});
