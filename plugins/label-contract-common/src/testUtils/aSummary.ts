import { EntitySummary } from '../fleet/EntitySummary';

/** The row of a service that is visible and healthy; say only what matters. */
export function aSummary(
  name: string,
  summary: Partial<EntitySummary> = {},
): EntitySummary {
  return {
    entityRef: `component:default/${name}`,
    owner: 'group:default/payments-team',
    lifecycle: 'production',
    clusters: ['prod-east'],
    contract: { verdict: 'met' },
    health: { verdict: 'healthy' },
    visible: { count: 1, partly: 0, of: 1 },
    pods: { ready: 1, of: 1 },
    findings: { ops: 0, team: 0, catalog: 0 },
    desks: [],
    incomplete: [],
    ...summary,
  };
}

const notApplicable = (reason: 'not-deployed' | 'opted-out') =>
  ({ verdict: 'not-applicable', reason } as const);

/** One service of each sort that a fleet tells apart. */
export const everySort: readonly EntitySummary[] = [
  aSummary('crm', {
    contract: notApplicable('opted-out'),
    health: notApplicable('opted-out'),
    owner: undefined,
    clusters: [],
    visible: { count: 0, partly: 0, of: 0 },
  }),
  aSummary('tracker', {
    contract: notApplicable('not-deployed'),
    health: notApplicable('not-deployed'),
    lifecycle: 'development',
    clusters: [],
    visible: { count: 0, partly: 0, of: 0 },
  }),
  aSummary('mailer', { health: { verdict: 'nothing-running' } }),
  aSummary('weather', { title: 'Weather app' }),
  aSummary('audit'),
  aSummary('checkout', { health: { verdict: 'progressing' } }),
  aSummary('ledger', { findings: { ops: 1, team: 0, catalog: 0 } }),
  aSummary('kiosk', {
    contract: { verdict: 'unknown', reason: 'cluster-not-read' },
    health: { verdict: 'unknown', reason: 'cluster-not-read' },
    clusters: ['edge-1'],
    desks: ['ops'],
  }),
  aSummary('inventory', {
    owner: 'group:default/inventory-team',
    system: 'system:default/shop',
    health: { verdict: 'failing' },
    findings: { ops: 0, team: 1, catalog: 0 },
    desks: ['team'],
  }),
  aSummary('storefront', {
    system: 'system:default/shop',
    contract: { verdict: 'violated' },
    health: { verdict: 'failing' },
    clusters: ['prod-east', 'prod-west'],
    visible: { count: 9, partly: 1, of: 12 },
    findings: { ops: 2, team: 1, catalog: 0 },
    desks: ['ops', 'team'],
  }),
  aSummary('payments', {
    contract: { verdict: 'violated' },
    visible: { count: 2, partly: 1, of: 3 },
    findings: { ops: 0, team: 0, catalog: 1 },
    desks: ['catalog'],
  }),
];
