import { ManagerFacts } from '../facts/ManagerFacts';
import { renderSync } from './renderSync';

const workload = {
  cluster: 'workshop',
  namespace: 'payments-team',
  kind: 'Deployment',
  name: 'payments-gateway',
  uid: '1',
} as const;

const commands: [ManagerFacts, string | undefined][] = [
  [{ tool: 'argo-cd', ref: 'payments' }, 'argocd app sync payments'],
  [
    { tool: 'argo-cd', ref: 'team-a_payments' },
    'argocd app sync team-a/payments',
  ],
  [
    { tool: 'flux', ref: 'flux-system/apps' },
    'flux reconcile kustomization apps -n flux-system',
  ],
  [
    { tool: 'flux', ref: 'apps/payments', fluxKind: 'HelmRelease' },
    'flux reconcile helmrelease payments -n apps --force',
  ],
  [{ tool: 'helm', ref: 'payments-team/payments' }, undefined],
  [{ tool: 'olm', ref: 'operator.v1' }, undefined],
  [{ tool: 'operator', ref: 'Shop/main' }, undefined],
];

describe('renderSync', () => {
  it.each(commands)('of %j', (manager, command) => {
    expect(renderSync({ kind: 'sync', workload, manager })).toBe(command);
  });
});
