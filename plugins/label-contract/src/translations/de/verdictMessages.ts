import type { verdictMessages as english } from '../../messages/verdictMessages';
import type { Wording } from '../Wording';

export const verdictMessages: Wording<typeof english> = {
  verdict: {
    contract: 'Vertrag',
    health: 'Zustand',
    met: 'Erfüllt',
    violated: 'Verletzt',
    healthy: 'Gesund',
    progressing: 'Im Rollout',
    failing: 'Gestört',
    nothingRunning: 'Nichts läuft',
    notApplicable: 'Entfällt',
    unknown: 'Unbekannt',
    ignored: 'Ignoriert',
    then: 'Stand {{age}}: {{detail}}',
  },
  visible: {
    all_one: '{{visible, number}} von {{count, number}} Workload sichtbar',
    all_other: '{{visible, number}} von {{count, number}} Workloads sichtbar',
    partly: '{{visible}}, {{partly, number}} teilweise',
    seen_one:
      '{{count, number}} Workload gesehen, {{visible, number}} sichtbar',
    seen_other:
      '{{count, number}} Workloads gesehen, {{visible, number}} sichtbar',
    allSeen_one: '{{count, number}} Workload gesehen und sichtbar',
    allSeen_other: '{{count, number}} Workloads gesehen, alle sichtbar',
    lastSeen: '{{seen}}; zuletzt {{lastSeen, number}} gesehen',
    onlyLastSeen_one: 'Zuletzt {{count, number}} Workload gesehen',
    onlyLastSeen_other: 'Zuletzt {{count, number}} Workloads gesehen',
    notRead: 'Workloads nicht gelesen',
  },
  pods: {
    ready_one: '{{ready, number}} von {{count, number}} Pod bereit',
    ready_other: '{{ready, number}} von {{count, number}} Pods bereit',
    readyWhereSeen: '{{ready}}, soweit zu sehen',
    onlyLastSeen_one: 'Zuletzt {{count, number}} Pod gesehen',
    onlyLastSeen_other: 'Zuletzt {{count, number}} Pods gesehen',
    ofWorkload: '{{workload}}: {{ready}}',
    stillServing_one:
      'Antwortet noch: {{ready, number}} von {{count, number}} Pod',
    stillServing_other:
      'Antworten noch: {{ready, number}} von {{count, number}} Pods',
    none: '0 Pods verlangt',
    notRead: 'Pods nicht gelesen',
  },
  runs: {
    good: 'Kein Lauf gescheitert',
    failed: 'Der letzte Lauf ist gescheitert',
  },
  noWorkloads: '0 Workloads',
  unknown: {
    syncing: 'Wird zum ersten Mal gelesen',
  },
  notDrawn: {
    detail: 'Nur Arten, die der Tab nicht darstellt',
    sentence:
      'Was zu diesem Dienst gehört, stammt aus einem Release oder von einem Operator und ist von Arten, die im Kubernetes-Tab keine Zeile haben. Niemand muss handeln.',
  },
  removed: {
    detail: 'Entfernt',
    sentence:
      'Workloads dieses Dienstes gab es zuletzt am {{time}}. Jetzt trägt nichts sein Label.',
  },
};
