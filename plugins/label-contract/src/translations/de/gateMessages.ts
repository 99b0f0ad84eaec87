import type { gateMessages as english } from '../../messages/gateMessages';
import type { Wording } from '../Wording';

export const gateMessages: Wording<typeof english> = {
  gates: {
    title: 'Der Weg zum Tab',
    label: 'Der Weg zum Kubernetes-Tab',
    end: 'Kubernetes-Tab',
    shows: 'zeigt',
    rows_one: '{{rows, number}} von {{count, number}} Zeile',
    rows_other: '{{rows, number}} von {{count, number}} Zeilen',
    drawn: '{{rows}}, {{pods}}',
    drawnAndOld: '{{drawn}}; {{old}}',
    lastSeen_one: '{{count, number}} Workload zuletzt gesehen',
    lastSeen_other: '{{count, number}} Workloads zuletzt gesehen',
    pods_one: '{{pods, number}} von {{count, number}} Pod',
    pods_other: '{{pods, number}} von {{count, number}} Pods',
    nothing: 'Nichts',
    allShown: 'Alle Workloads und ihre Pods sind zu sehen.',
  },
  gate: {
    tab: 'Tab',
    cluster: 'Cluster',
    query: 'Abfrage',
    view: 'Ansicht',
  },
  gateState: {
    open: 'Offen',
    partly: 'Teilweise offen',
    closed: 'Geschlossen',
    unknown: 'Unbekannt',
    closedForWorkloads_one: 'Zu für {{count, number}} Workload',
    closedForWorkloads_other: 'Zu für {{count, number}} Workloads',
    closedForClusters_one: 'Zu für {{count, number}} Cluster',
    closedForClusters_other: 'Zu für {{count, number}} Cluster',
  },
  gateTab: {
    set: '{{key}} ist gesetzt, daher erscheint der Tab.',
    empty: '{{key}} ist gesetzt, aber leer.',
    missing: 'In der Katalogdatei fehlt {{keys}}, daher gibt es keinen Tab.',
    legacyNone: 'RHDH 1.x zeigt keinen Tab.',
    legacyMissing: 'RHDH 1.x zeigt einen Tab, der eine Annotation vermisst.',
  },
  gateCluster: {
    all_one: 'Der einzige Cluster wird gefragt: {{clusters}}.',
    all_other: 'Alle {{count, number}} werden gefragt: {{clusters}}.',
    ignored: 'Die Annotation, die {{cluster}} nennt, wirkt hier nicht.',
    chosen: 'Gefragt: {{clusters}}.',
    namesNone: 'Kein Cluster heißt „{{value}}“. Bekannt: {{known}}.',
    relationsNone: 'Keine Beziehung nennt einen bekannten Cluster: {{known}}.',
    relationsElsewhere:
      'Beziehungen nennen {{refs}}; nur Cluster des Katalog-Namespace {{namespace}} zählen.',
    notListed: '{{clusters}}, soweit das Kubernetes-Plugin sie kennt.',
    none: 'Kein Cluster ist konfiguriert.',
    nearly: 'Ähnlich: {{nearly}}.',
    credential:
      'Zugangsdaten nicht verfügbar: {{clusters}}. Daher scheitert der Tab für alle.',
    notAnswering: 'Keine Antwort von {{clusters}}.',
    signIn:
      '{{clusters}}: gefragt mit den Zugangsdaten der Person, die hinschaut.',
    notOurs:
      '{{clusters}}: gefragt mit Zugangsdaten des Kubernetes-Plugins, die hier nicht zu sehen sind.',
    syncing: '{{clusters}}: wird zum ersten Mal gelesen.',
  },
  gateQuery: {
    everywhere: '{{query}} in allen Namespaces.',
    inNamespace: '{{query}} im Namespace {{namespace}}.',
    notRead: 'Keiner der gefragten Cluster ist gelesen.',
    noId: '{{query}} fragt nicht nach einem einzelnen Wert.',
    fallsBack: 'Es gibt keinen Anspruch. Der Tab würde {{query}} fragen.',
    refused: '{{query}} wird abgelehnt: {{problem}}',
    namespaceIllegal: 'Kein Namespace kann „{{namespace}}“ heißen.',
    kindsNotAsked:
      'Das Kubernetes-Plugin ist nicht so konfiguriert, dass es danach fragt: {{kinds}}.',
    kindsForbidden: 'Das Portal darf {{kinds}} nicht lesen.',
  },
  gateView: {
    all: 'Jeder Workload hat seine Zeile, mit seinen Pods.',
    allFound:
      'Jeder Workload, den die Abfrage findet, hat seine Zeile, mit seinen Pods.',
    allSeen:
      'Jeder Workload, der gerade zu sehen ist, hat seine Zeile, mit seinen Pods.',
    onlyLastSeen: 'Was zuletzt zu sehen war, ist vielleicht nicht mehr da.',
    withoutRow_one: '{{workloads}}: keine Zeile.',
    withoutRow_other: '{{workloads}}: keine Zeilen.',
    withoutPods_one: '{{workloads}}: nur die Zeile, nicht die Pods.',
    withoutPods_other: '{{workloads}}: die Zeilen, aber nicht alle Pods.',
    notDrawn: '{{workloads}}: von einer Art, die nicht dargestellt wird.',
    nothing: 'Es gibt nichts darzustellen.',
  },
  headline: {
    good_one: 'Der einzige Workload ist sichtbar und gesund',
    good_other: 'Alle {{count, number}} Workloads sind sichtbar und gesund',
    progressing_one: 'Der einzige Workload ist sichtbar, ein Rollout läuft',
    progressing_other:
      'Alle {{count, number}} Workloads sind sichtbar, ein Rollout läuft',
    idle_one: 'Der einzige Workload ist sichtbar, und nichts läuft',
    idle_other:
      'Alle {{count, number}} Workloads sind sichtbar, und nichts läuft',
    visible_one: 'Der einzige Workload ist sichtbar',
    visible_other: 'Alle {{count, number}} Workloads sind sichtbar',
    podsMissing_one: 'Im Kubernetes-Tab fehlt der Pod von {{workload}}',
    podsMissing_other:
      'Im Kubernetes-Tab fehlen {{count, number}} Pods von {{workload}}',
    workloadMissing: '{{workload}} fehlt im Kubernetes-Tab',
    missing:
      '{{missing, number}} von {{of, number}} Workloads fehlen ganz oder teilweise im Kubernetes-Tab',
    unknown: 'Was dieser Dienst zeigt, ist gerade nicht zu sehen',
    unknownOn:
      'Was dieser Dienst auf {{clusters}} zeigt, ist gerade nicht zu sehen',
    notDeployed: 'Dieser Dienst ist noch nicht deployt',
    noClaim: 'Dieser Dienst beansprucht keine Workloads',
    notDrawn:
      'Von diesem Dienst wird nichts dargestellt, und niemand muss handeln',
    removed: 'Die Workloads dieses Dienstes sind verschwunden',
  },
  acts: {
    label: 'Wer handelt',
    ops: 'Betrieb',
    ownerless: 'Zuständiges Team',
    catalog: 'Katalogdatei',
    nobody: 'Niemand',
    nothing: 'Es ist nichts zu tun.',
    findings_one: '{{count, number}} Befund.',
    findings_other: '{{count, number}} Befunde.',
    clusters_one: '{{count, number}} Cluster ist nicht vollständig lesbar.',
    clusters_other: '{{count, number}} Cluster sind nicht vollständig lesbar.',
    nothingForOps: 'Kein Befund für den Betrieb.',
    nothingForTeam: 'Kein Befund für {{team}}.',
    others: 'Außerdem: {{desks}}.',
  },
};
