import { pathOfResource } from './pathOfResource';

const pods = { group: '', version: 'v1', plural: 'pods' };
const deployments = { group: 'apps', version: 'v1', plural: 'deployments' };

describe('pathOfResource', () => {
  it('leads to the core and to other groups, in all namespaces', () => {
    expect(pathOfResource(pods)).toBe('/api/v1/pods');
    expect(pathOfResource(deployments)).toBe('/apis/apps/v1/deployments');
  });

  it('leads to one namespace, whatever a configuration calls it', () => {
    expect(pathOfResource(deployments, 'payments-team')).toBe(
      '/apis/apps/v1/namespaces/payments-team/deployments',
    );
    expect(pathOfResource(pods, '../secrets')).toBe(
      '/api/v1/namespaces/..%2Fsecrets/pods',
    );
  });
});
