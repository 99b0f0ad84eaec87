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
    queryGate({ query: `${KUBERNETES_ID}=${name}`, workloads, clusters }),
    viewGate(workloads, clusters),
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
    viewGate([], []),
  ];
}

function clusterGate(clusters: readonly ClusterFreshness[]): GateReport {
  const asked = clusters.map(({ name }) => name);
  const silent = clusters
    .filter(
      ({ state }) => 'problem' in state && state.problem.reason !== 'forbidden',
    )
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

function namesOf(
  workloads: readonly WorkloadReport[],
  because: WorkloadReport['hiddenBecause'],
): string[] {
  return workloads
    .filter(({ hiddenBecause }) => hiddenBecause === because)
    .map(({ ref }) => ref.name);
}

function queryGate(options: {
  query: string;
  workloads: readonly WorkloadReport[];
  clusters: readonly ClusterFreshness[];
}): GateReport {
  const { query, workloads, clusters } = options;
  const unreadable = clusters.filter(
    ({ state }) => 'problem' in state && state.problem.reason === 'forbidden',
  );
  if (unreadable.length > 0) {
    return {
      gate: 'query',
      state: 'unknown',
      reason: {
        id: 'kinds-not-readable',
        values: {
          query,
          kinds: unreadable.map(({ name }) => ({
            cluster: name,
            kind: 'Pod',
            problem: 'forbidden',
          })),
        },
      },
      holdsBack: [],
    };
  }
  const holdsBack = namesOf(workloads, 'not-asked-for');
  return holdsBack.length === 0
    ? {
        gate: 'query',
        state: 'open',
        reason: { id: 'sent', values: { query } },
        holdsBack,
      }
    : {
        gate: 'query',
        state: 'partly',
        reason: {
          id: 'kinds-not-asked',
          values: {
            query,
            objectTypes: ['statefulsets'],
            customResources: [],
          },
        },
        holdsBack,
      };
}

function viewGate(
  all: readonly WorkloadReport[],
  clusters: readonly ClusterFreshness[],
): GateReport {
  const silent = clusters
    .filter(({ state }) => state.kind === 'stale')
    .map(({ name }) => name);
  const workloads = all.filter(({ ref }) => !silent.includes(ref.cluster));
  if (workloads.length === 0) {
    return {
      gate: 'view',
      state: 'unknown',
      reason: { id: 'nothing-matched', values: {} },
      holdsBack: [],
    };
  }
  const withoutPods = namesOf(workloads, 'labels');
  const notDrawn = namesOf(workloads, 'not-drawn');
  const notAsked = namesOf(workloads, 'not-asked-for');
  const holdsBack = [...notDrawn, ...withoutPods];
  const drawn = {
    rows: workloads.length - notDrawn.length - notAsked.length,
    ofRows: workloads.length,
    pods: workloads.length - holdsBack.length - notAsked.length,
    ofPods: workloads.length - notDrawn.length,
    lastSeen: all.length - workloads.length,
  };
  return holdsBack.length === 0
    ? {
        gate: 'view',
        state: 'open',
        reason: { id: 'all-drawn', values: drawn },
        holdsBack,
      }
    : {
        gate: 'view',
        state: drawn.rows === 0 ? 'closed' : 'partly',
        reason: {
          id: 'not-all-drawn',
          values: { ...drawn, withoutRow: [], withoutPods, notDrawn },
        },
        holdsBack,
      };
}
