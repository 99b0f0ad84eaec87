import { describeArguments, kubectlEnvironment } from './kubectl';

describe('describeArguments', () => {
  it('never shows a token', () => {
    expect(describeArguments(['--token=abc.def', 'get', 'pods'])).toBe(
      '--token=*** get pods',
    );
  });
});

describe('kubectlEnvironment', () => {
  it('replaces an ambient KUBECONFIG, so that no other cluster is touched', () => {
    expect(
      kubectlEnvironment({ kubeconfig: '/run/admin.kubeconfig' }).KUBECONFIG,
    ).toBe('/run/admin.kubeconfig');
  });
});
