import { parseApplicationInput } from './parseApplicationInput';

const order = {
  namespace: 'order-tracker',
  service: 'component:default/order-tracker',
  team: 'group:default/inventory-team',
};
const repoUrl = 'https://git.example.com/services.git';

describe('parseApplicationInput', () => {
  it('fills in what a template need not say', () => {
    expect(parseApplicationInput(order, repoUrl)).toEqual({
      revision: undefined,
      waitSeconds: 180,
      spec: {
        name: 'order-tracker',
        argoCdNamespace: 'argocd',
        project: 'default',
        repoUrl,
        branch: 'main',
        path: 'services/order-tracker',
        namespace: 'order-tracker',
        service: 'order-tracker',
        team: 'inventory-team',
        prune: true,
        selfHeal: true,
      },
    });
  });

  it('calls the whole repository by the name that Argo CD has for it', () => {
    expect(
      parseApplicationInput({ ...order, path: '.' }, repoUrl).spec.path,
    ).toBe('.');
  });

  it.each([
    ['revision', 'main'],
    ['name', 'Order Tracker'],
    ['argocdNamespace', 'argo/cd'],
    ['project', '*'],
    ['namespace', 'kube_system'],
    ['path', '../elsewhere'],
  ])('refuses %s: %s', (field, value) => {
    expect(() =>
      parseApplicationInput({ ...order, [field]: value }, repoUrl),
    ).toThrow(new RegExp(`^${field}: found`));
  });
});
