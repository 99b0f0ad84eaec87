import type { clusterPanelMessages as english } from '../../messages/clusterPanelMessages';
import type { Wording } from '../Wording';

export const clusterPanelMessages: Wording<typeof english> = {
  clusterPanel: {
    title: 'Cluster',
    workloads_one: '{{count, number}} Workload',
    workloads_other: '{{count, number}} Workloads',
    here: '{{workloads}}, {{pods}}',
    pods_one: '{{count, number}} Pod',
    pods_other: '{{count, number}} Pods',
    lastSeen: '{{what}} bei der letzten Antwort',
    nothing: 'Kein Workload dieses Dienstes',
    never: 'Nie gelesen',
    none: '0 Cluster konfiguriert',
  },
  clusterState: {
    live: 'Live',
    partly: 'Teilweise lesbar',
    stale: 'Nicht erreicht',
    refused: 'Nicht lesbar',
    needsUser: 'Nur mit Anmeldung',
    syncing: 'Wird gelesen',
  },
};
