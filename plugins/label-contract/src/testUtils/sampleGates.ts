import {
  ClusterFreshness,
  GateReport,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  WorkloadReport,
} from '@portal-operations/plugin-label-contract-common';

/** The four gates of an entity that claims its name: as open as its clusters and workloads let them be. */
export function sampleGates(options: {
  name: string;
  workloads: readonly WorkloadReport[];
  clusters: readonly ClusterFreshness[];
}): GateReport[] {
  const { name, workloads, clusters } = options;
  return [
    {
      gate: 'tab',
      state: 'open',
      reason: { id: 'annotation-set', values: { key: KUBERNETES_ID } },
      holdsBack: [],
    },
    clusterGate(clusters),
    {
      gate: 'query',
      state: 'open',
      reason: { id: 'sent', values: { query: `${KUBERNETES_ID}=${name}` } },
      holdsBack: [],
    },
    viewGate(workloads),
  ];
}

/** The gates of an entity without any annotation: there is no tab, and nothing to ask for. */
export function sampleGatesWithoutClaim(name: string): GateReport[] {
  const query = `${KUBERNETES_ID}=${name}`;
  return [
    {
      gate: 'tab',
      state: 'closed',
      reason: {
        id: 'annotation-missing',
        values: { keys: [KUBERNETES_ID, KUBERNETES_LABEL_SELECTOR] },
      },
      holdsBack: [],
    },
    {
      gate: 'cluster',
      state: 'open',
      reason: { id: 'all', values: { clusters: ['workshop'] } },
      holdsBack: [],
    },
    {
      gate: 'query',
      state: 'unknown',
      reason: { id: 'falls-back-to-name', values: { query } },
      holdsBack: [],
    },
    viewGate([]),
  ];
}

function clusterGate(clusters: readonly ClusterFreshness[]): GateReport {
  const asked = clusters.map(({ name }) => name);
  const silent = clusters
    .filter(({ state }) => 'problem' in state)
    .map(({ name }) => name);
  if (silent.length > 0) {
    return {
      gate: 'cluster',
      state: silent.length === asked.length ? 'closed' : 'partly',
      reason: { id: 'not-answering', values: { clusters: silent, asked } },
      holdsBack: silent,
    };
  }
  return clusters.some(({ state }) => state.kind === 'syncing')
    ? {
        gate: 'cluster',
        state: 'unknown',
        reason: { id: 'syncing', values: { clusters: asked, asked } },
        holdsBack: asked,
      }
    : {
        gate: 'cluster',
        state: 'open',
        reason: { id: 'all', values: { clusters: asked } },
        holdsBack: [],
      };
}

function viewGate(workloads: readonly WorkloadReport[]): GateReport {
  if (workloads.length === 0) {
    return {
      gate: 'view',
      state: 'unknown',
      reason: { id: 'nothing-matched', values: {} },
      holdsBack: [],
    };
  }
  const withoutPods = workloads
    .filter(({ visibility }) => visibility === 'partly')
    .map(({ ref }) => ref.name);
  const drawn = {
    rows: workloads.length,
    ofRows: workloads.length,
    pods: workloads.length - withoutPods.length,
    ofPods: workloads.length,
  };
  return withoutPods.length === 0
    ? {
        gate: 'view',
        state: 'open',
        reason: { id: 'all-drawn', values: drawn },
        holdsBack: [],
      }
    : {
        gate: 'view',
        state: 'partly',
        reason: {
          id: 'not-all-drawn',
          values: { ...drawn, withoutRow: [], withoutPods, notDrawn: [] },
        },
        holdsBack: withoutPods,
      };
}
