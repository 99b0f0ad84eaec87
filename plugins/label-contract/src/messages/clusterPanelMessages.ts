/** Words about the clusters of one service. */
export const clusterPanelMessages = {
  clusterPanel: {
    title: 'Clusters',
    workloads_one: '{{count, number}} workload',
    workloads_other: '{{count, number}} workloads',
    here: '{{workloads}}, {{pods}}',
    pods_one: '{{count, number}} pod',
    pods_other: '{{count, number}} pods',
    lastSeen: '{{what}}, when it spoke last',
    nothing: 'No workload of this service',
    never: 'Never read',
    none: '0 clusters configured',
  },
  clusterState: {
    live: 'Live',
    partly: 'Partly readable',
    stale: 'Not reached',
    refused: 'Not readable',
    needsUser: 'Needs user sign-in',
    syncing: 'Syncing',
  },
} as const;
