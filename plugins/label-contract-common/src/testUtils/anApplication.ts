import { ApplicationFacts } from '../facts/ApplicationFacts';

/** An Application `payments` that deploys to the cluster that it is on, and heals nothing; say only what matters. */
export function anApplication(
  facts: Partial<Omit<ApplicationFacts, 'kind'>> = {},
): ApplicationFacts {
  return {
    kind: 'Application',
    cluster: 'prod-east',
    namespace: 'argocd',
    name: 'payments',
    uid: 'application-1',
    labels: {},
    destination: { server: 'https://kubernetes.default.svc' },
    selfHeals: false,
    ...facts,
  };
}
