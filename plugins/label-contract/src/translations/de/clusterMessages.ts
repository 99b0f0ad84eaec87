import type { clusterMessages as english } from '../../messages/clusterMessages';
import type { Wording } from '../Wording';

export const clusterMessages: Wording<typeof english> = {
  access: {
    unreachable: '{{cluster}} antwortet nicht',
    unauthorized: '{{cluster}} lehnt die Zugangsdaten des Portals ab',
    forbidden: 'Das Portal darf auf {{cluster}} nicht alles lesen',
    notServed: '{{cluster}} bietet nicht an, was zu lesen ist',
    noBackgroundAccess: '{{cluster}} lässt sich nicht im Hintergrund lesen',
    forbiddenKinds: 'Das Portal darf {{kinds}} auf {{cluster}} nicht lesen',
    forbiddenKindsToTab:
      'Der Kubernetes-Tab darf {{kinds}} auf {{cluster}} nicht lesen',
    unansweredKinds: '{{cluster}} gibt keine Auskunft über {{kinds}}',
    notServedKinds: '{{cluster}} bietet {{kinds}} nicht an',
    sentence: {
      unreachable:
        'Bekanntes bleibt erhalten. Neues gibt es erst, wenn der Cluster wieder antwortet.',
      unanswered: 'Bekanntes bleibt erhalten. Alles andere ist aktuell.',
      refused:
        'Die Antwort ist 401: Das Token ist abgelaufen oder wurde entzogen.',
      needsUser:
        'Der Kubernetes-Tab fragt ihn mit den Zugangsdaten der Person, die hinschaut. Um ihn zu beobachten, braucht das Portal dort ein eigenes Konto.',
      forbidden:
        'Das Konto des Portals bekommt 403: Ihm fehlt das Recht zu list und watch.',
      forbiddenToTab:
        'Der Label-Vertrag liest mit einem eigenen Konto, und ihm fehlt nichts. Dem Konto des Tabs fehlt das Recht zu list.',
      notServed:
        'Die Antwort ist 404, und das Kubernetes-Plugin ist so konfiguriert, dass es danach fragt.',
    },
    since: 'Seit {{time}}',
    sinceByOwnAccount:
      'Seit {{time}}, gesehen mit dem Konto des Label-Vertrags; der Tab meldet sich anders an',
    sinceByOwnAccountOf:
      'Seit {{time}}, gesehen mit dem Konto des Label-Vertrags; der Tab nutzt {{authProvider}}',
    lastKnown:
      'Letzte Antwort: {{time}}. Was damals bekannt war, ist weiter zu sehen.',
  },
  fresh: {
    asOf: 'Stand: {{age}}',
    asOfExcept: 'Stand: {{age}}, außer {{clusters}}',
    notReached: '{{cluster}} nicht erreicht seit {{time}}',
    notReadable: '{{cluster}} nicht lesbar seit {{time}}',
    lastReport: 'Letzter Bericht: {{age}}',
    firstRead: 'Wird zum ersten Mal gelesen',
  },
  clusters: {
    allLive_one: '{{count, number}} Cluster, live',
    allLive_other: '{{count, number}} Cluster, alle live',
    none: '0 Cluster konfiguriert',
    live: '{{clusters}} live',
    partly: '{{clusters}} teilweise live',
    syncing: '{{clusters}}: wird zum ersten Mal gelesen',
  },
  time: {
    secondsAgo: 'vor {{seconds}} s',
    minutesAgo: 'vor {{minutes}} min',
  },
};
