import type { healthMessages as english } from '../../messages/healthMessages';
import type { Wording } from '../Wording';

export const healthMessages: Wording<typeof english> = {
  crash: {
    title: '{{workload}} stürzt immer wieder ab',
    log: 'Letzte Zeilen des Logs',
    logWithheld:
      'Sie dürfen keine Logzeilen lesen. Ihrer Rolle fehlt die Berechtigung {{permission}}.',
    sentence: 'Der Container {{container}} endet bald nach jedem Start.',
    restarts_one: '{{count, number}} Neustart',
    restarts_other: '{{count, number}} Neustarts',
    exitCode: '{{restarts}}, letzter Exit-Code {{exitCode}}',
    exitCodeAndReason:
      '{{restarts}}, letzter Exit-Code {{exitCode}} ({{reason}})',
    serving_one: 'Der andere Pod antwortet weiter.',
    serving_other: 'Die anderen {{count, number}} Pods antworten weiter.',
  },
  rollout: {
    title: '{{workload}} schließt den Rollout nicht ab',
    sentence_one:
      'Bereit ist {{ready, number}} von {{count, number}} Pod der neuesten Revision, und die Frist ist abgelaufen.',
    sentence_other:
      'Bereit sind {{ready, number}} von {{count, number}} Pods der neuesten Revision, und die Frist ist abgelaufen.',
    givenUp_one:
      'Bereit ist {{ready, number}} von {{count, number}} Pod der neuesten Revision, und der Controller hat aufgegeben: {{reason}}.',
    givenUp_other:
      'Bereit sind {{ready, number}} von {{count, number}} Pods der neuesten Revision, und der Controller hat aufgegeben: {{reason}}.',
  },
  health: {
    says: 'Kubernetes meldet:',
    quota: {
      title: '{{workload}}: Das Kontingent hat keinen Platz für die Pods',
      sentence:
        'Der API-Server lehnt neue Pods ab, denn das Kontingent {{quota}} des Namespace {{namespace}} ist ausgeschöpft.',
      unnamed:
        'Der API-Server lehnt neue Pods ab, denn ein Kontingent des Namespace {{namespace}} ist ausgeschöpft.',
    },
    podSecurity: {
      title: '{{workload}}: PodSecurity lehnt die Pods ab',
      sentence:
        'Der Namespace {{namespace}} erzwingt {{by}}, und das Pod-Template hält sich nicht daran.',
    },
    constraint: {
      title: '{{workload}}: Kein SecurityContextConstraint lässt die Pods zu',
      sentence:
        'Der ServiceAccount darf keines nutzen, das erlaubt, was das Pod-Template verlangt.',
    },
    limitRange: {
      title: '{{workload}}: Die Grenzen des Namespace lassen die Pods nicht zu',
      sentence:
        'Der Namespace {{namespace}} hat eine LimitRange, und das Pod-Template hält sich nicht daran.',
    },
    policy: {
      title: '{{workload}}: Eine Richtlinie lehnt die Pods ab',
      sentence: '{{by}} verbietet, was das Pod-Template verlangt.',
    },
    webhook: {
      title:
        '{{workload}}: Ein Webhook scheitert, daher werden die Pods abgelehnt',
      sentence:
        'Der API-Server kann {{by}} nicht aufrufen und legt ohne den Webhook keine Pods an.',
    },
    refused: {
      title: '{{workload}}: Der API-Server lehnt die Pods ab',
      sentence: 'Im Namespace {{namespace}} legt er sie nicht an.',
    },
    unschedulable: {
      title: '{{workload}}: Kein Node nimmt die Pods auf',
      sentence_one: '{{count, number}} Pod wartet auf einen passenden Node.',
      sentence_other: '{{count, number}} Pods warten auf einen passenden Node.',
    },
    node: {
      title: '{{workload}}: Der Node {{node}} ist nicht bereit',
      unnamed: '{{workload}}: Der Node ist nicht bereit',
      sentence_one:
        '{{count, number}} Pod bekommt keine Anfragen, obwohl alle Container bereit sind.',
      sentence_other:
        '{{count, number}} Pods bekommen keine Anfragen, obwohl alle Container bereit sind.',
    },
    gate: {
      title: '{{workload}}: Das Readiness-Gate {{gate}} ist geschlossen',
      sentence_one:
        'Die Container sind bereit, aber {{count, number}} Pod bekommt keine Anfragen, bis das Gate öffnet.',
      sentence_other:
        'Die Container sind bereit, aber {{count, number}} Pods bekommen keine Anfragen, bis das Gate öffnet.',
    },
    image: {
      title: '{{workload}}: Das Image lässt sich nicht laden',
      titleNew: '{{workload}}: Das neue Image lässt sich nicht laden',
      sentence: 'Der Container {{container}} wartet auf {{image}}.',
      invalid: '{{workload}}: Der Name des Image ist ungültig',
      invalidSentence:
        'Der Container {{container}} verlangt „{{image}}“; das ist kein Name eines Image.',
    },
    configuration: {
      objectMissing: '{{workload}}: {{kind}} {{name}} gibt es nicht',
      keyMissing:
        '{{workload}}: {{kind}} {{name}} hat keinen Schlüssel {{key}}',
      sentence:
        'Der Container {{container}} verweist darauf und kann erst angelegt werden, wenn es da ist.',
      refused: '{{workload}}: Der Container lässt sich nicht anlegen',
      refusedSentence:
        'Die Konfiguration des Containers {{container}} ist nicht erfüllbar.',
    },
    volume: {
      notMounted: '{{workload}}: Volume {{volume}} lässt sich nicht mounten',
      notMountedUnnamed: '{{workload}}: Ein Volume lässt sich nicht mounten',
      notAttached: '{{workload}}: Volume {{volume}} lässt sich nicht anbinden',
      notAttachedUnnamed: '{{workload}}: Ein Volume lässt sich nicht anbinden',
      sourceMissing: '{{workload}}: {{kind}} {{name}} gibt es nicht',
      unbound: '{{workload}}: Volume-Claim {{volume}} ist nicht gebunden',
      unboundUnnamed: '{{workload}}: Ein Volume-Claim ist nicht gebunden',
      sentence_one:
        '{{count, number}} Pod wartet darauf, und die Container starten nicht.',
      sentence_other:
        '{{count, number}} Pods warten darauf, und die Container starten nicht.',
    },
    dependency: {
      title: '{{workload}} erreicht {{target}} nicht',
      missing:
        'Verbindet sich mit {{target}}. In {{namespace}} gibt es keinen Service {{service}}.',
      elsewhere:
        'Verbindet sich mit {{target}}. Service {{service}} ist in {{elsewhere}}, nicht in {{namespace}}.',
      noEndpoints:
        'Verbindet sich mit {{target}}. Hinter Service {{service}} in {{namespace}} ist kein Pod bereit.',
      behindIdle:
        'Verbindet sich mit {{target}}. Hinter Service {{service}} steht {{behind}}; davon muss gerade nichts laufen.',
      behindFails:
        'Verbindet sich mit {{target}}. Hinter Service {{service}} steht {{behind}}, selbst gestört ({{rule}}).',
      behind:
        'Verbindet sich mit {{target}}. Hinter Service {{service}} steht {{behind}}, ohne einen Pod, der bereit ist.',
    },
    job: {
      failed: '{{workload}} ist gescheitert',
      failedSentence: 'Kubernetes hat aufgegeben und startet nicht mehr neu.',
      runFailed: '{{workload}}: Der letzte Lauf ist gescheitert',
      runFailedSentence:
        'Job {{job}} ist gescheitert, und seither ist kein Lauf gelungen.',
      at: '{{reason}}, {{time}}',
      lastSuccess: '{{end}}; zuletzt gelungen am {{time}}',
      lastSuccessOnly: 'Zuletzt gelungen am {{time}}',
    },
    init: {
      failing:
        '{{workload}}: Init-Container {{container}} scheitert immer wieder',
      failingSentence:
        'Die anderen Container starten erst, wenn er erfolgreich endet.',
      running: '{{workload}}: Init-Container {{container}} endet nicht',
      runningSentence:
        'Er läuft noch, die anderen Container warten darauf, und die Frist ist abgelaufen.',
    },
    memory: {
      title: '{{workload}} geht der Speicher aus',
      sentence:
        'Der Container {{container}} wurde an seiner Speichergrenze von {{limit}} beendet.',
      unlimited:
        'Der Container {{container}} wurde aus Speichermangel beendet. Eine eigene Grenze hat er nicht.',
    },
    probes: {
      title: '{{workload}} läuft, ist aber nicht bereit',
      sentence_one:
        'Die Readiness-Probe des Containers {{container}} scheitert, daher bekommt {{count, number}} Pod keine Anfragen.',
      sentence_other:
        'Die Readiness-Probe des Containers {{container}} scheitert, daher bekommen {{count, number}} Pods keine Anfragen.',
    },
    ticket: {
      place:
        '{{kind}} {{workload}} im Namespace {{namespace}}, Cluster {{cluster}}.',
      seen: '{{sentence}} Gesehen {{time}}.',
      seenSince: '{{sentence}} So seit {{since}}, gesehen {{time}}.',
      nextQuota:
        'Nächster Schritt: prüfen, was das Kontingent belegt, und Platz schaffen oder es erhöhen:',
      nextAdmission:
        'Nächster Schritt: prüfen, was das Pod-Template verlangt, und die Events:',
      nextWebhook:
        'Nächster Schritt: prüfen, wo der Webhook läuft, und ihn reparieren oder entfernen:',
      nextScheduling:
        'Nächster Schritt: vergleichen, was die Pods verlangen und was die Nodes haben:',
      nextNode: 'Nächster Schritt: prüfen, was der Node meldet:',
      nextGate:
        'Nächster Schritt: prüfen, wer das Gate setzt und warum es ausbleibt:',
      nextVolume: 'Nächster Schritt: prüfen, worauf das Volume wartet:',
      nextClaim: 'Nächster Schritt: prüfen, warum kein Volume gebunden ist:',
      nextService:
        'Nächster Schritt: die Adresse korrigieren oder den Service anlegen. Vorhanden ist:',
      nextEndpoints: 'Nächster Schritt: prüfen, was hinter dem Service steht:',
      nextJob: 'Nächster Schritt: lesen, was die Pods meldeten:',
      nextImage:
        'Nächster Schritt: prüfen, ob es das Image gibt und der Namespace es laden darf:',
      nextObject:
        'Nächster Schritt: es anlegen oder den Verweis korrigieren. Vorhanden ist:',
      nextConfiguration:
        'Nächster Schritt: prüfen, worauf der Container verweist:',
      nextLogs: 'Nächster Schritt: die letzten Zeilen des Containers lesen:',
      nextMemory:
        'Nächster Schritt: die Grenze mit dem Verbrauch der Container vergleichen:',
      nextProbes:
        'Nächster Schritt: prüfen, was die Probe als Antwort bekommt:',
      nextPodLogs:
        'Nächster Schritt: den neuesten Pod suchen und die letzten Zeilen des Containers {{container}} lesen:',
      nextPods: 'Nächster Schritt: prüfen, worauf die neuesten Pods warten:',
      log: 'Letzte Zeilen des Logs:',
      entity: 'Katalogeintrag {{entityRef}}.',
      checkedScheduled:
        'Geprüft: Der Pod ist zugelassen und einem Node zugeteilt.',
      checkedPulled:
        'Geprüft: Der Pod ist einem Node zugeteilt und sein Image geladen.',
      checkedStarts:
        'Geprüft: Der Pod ist einem Node zugeteilt und sein Container startet.',
      checkedRuns: 'Geprüft: Alle Container laufen.',
    },
  },
};
