import type { fixMessages as english } from '../../messages/fixMessages';
import type { Wording } from '../Wording';

export const fixMessages: Wording<typeof english> = {
  fix: {
    tool: 'Lösung zeigen als',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyFailed: 'Nicht kopiert. Der Text lässt sich markieren und kopieren.',
    copyTicket: 'Tickettext kopieren',
    command: 'Befehl',
    patch: 'Patch',
    or: 'Oder: {{way}}',
    name: {
      setLabel: 'Label auf dem Cluster setzen',
      patchForSeconds: 'direkter Patch, nur für Sekunden',
      patchUntilSync: 'direkter Patch, bis zum nächsten Sync',
      patchUntilRelease: 'direkter Patch, bis zum nächsten Release',
      removeLabel: 'Label entfernen',
      removeAnnotation: 'Annotation entfernen',
      labelPods: 'laufende Pods mit dem Label versehen',
      restart: 'Pods neu starten',
      resume: 'Rollout fortsetzen',
      deletePods: 'Pods löschen',
      recreate: '{{kind}} neu anlegen',
      recreateWithDowntime: '{{kind}} neu anlegen, mit Ausfallzeit',
      editAnnotations: 'Katalogdatei von {{entity}} ändern',
      relateCluster:
        'in der Katalogdatei {{entity}} mit {{cluster}} in Beziehung setzen',
      editConfig: 'Konfiguration des Portals ändern',
      grantRead: 'Leserecht erteilen',
      sync: 'synchronisieren mit {{manager}}',
      editSource: 'an der Quelle ändern: {{manager}}',
      tell: '{{owner}} informieren',
      tellOwner: 'zuständiges Team informieren',
    },
    how: {
      editAnnotations: 'In der Katalogdatei von {{entity}} ändern',
      relateCluster: 'In die Katalogdatei von {{entity}} aufnehmen',
      editConfig: 'In die app-config.yaml des Portals aufnehmen',
      sync: 'Auf den Stand bringen, den {{manager}} hat; der Cluster weicht davon ab',
      syncHeals:
        'Self-Heal ist an: {{manager}} stellt das binnen Sekunden wieder her. Wo nicht: synchronisieren und die Ursache klären',
      syncByHand:
        'Self-Heal ist aus: {{manager}} lässt es so, bis jemand synchronisiert',
      release:
        'Unverändert neu installieren: {{manager}}. Der Cluster weicht davon ab.',
      repair:
        'Der Cluster weicht ab von dem, was {{manager}} schreibt. Das müsste sich von selbst ausgleichen; zu klären ist, warum es ausbleibt.',
      editSource: 'An der Quelle ändern: {{manager}}',
      thenSync: 'An der Quelle ändern, dann synchronisieren: {{manager}}',
      thenRelease: 'An der Quelle ändern, dann aktualisieren: {{manager}}',
      thenRecreate:
        'An der Quelle ändern ({{manager}}), dann {{kind}} löschen, damit das Objekt neu entsteht',
    },
    cost: {
      runOn: 'Auszuführen auf {{cluster}}.',
      patchOf:
        'Merge-Patch für {{kind}} {{workload}} in {{namespace}} auf {{cluster}}.',
      replaces_zero: 'Ersetzt keine Pods.',
      replaces_one: 'Ersetzt {{count, number}} Pod.',
      replaces_other: 'Ersetzt {{count, number}} Pods.',
      restartsNothing: 'Startet nichts neu.',
      replacesPods: 'Ersetzt die Pods.',
      resumes_zero: 'Setzt den Rollout fort.',
      resumes_one: 'Setzt den Rollout fort, der {{count, number}} Pod ersetzt.',
      resumes_other:
        'Setzt den Rollout fort, der {{count, number}} Pods ersetzt.',
      deletes_zero: 'Löscht die Pods; ihr Controller legt neue an.',
      deletes_one:
        'Löscht {{count, number}} Pod; sein Controller legt einen neuen an.',
      deletes_other:
        'Löscht {{count, number}} Pods; ihr Controller legt neue an.',
      orphan: 'Die Pods laufen weiter, und das neue Objekt übernimmt sie.',
      downtime:
        'Die Pods verschwinden mit: Nichts antwortet, bis die neuen bereit sind.',
      grants: 'Erlaubt {{account}}, dies zu lesen, und sonst nichts.',
      grantsNobody:
        'Erlaubt dem, an den es gebunden ist, dies zu lesen, und sonst nichts. Zu binden ist es an das Konto des Portals.',
    },
    reverted: {
      withinSeconds: '{{manager}} macht das binnen Sekunden rückgängig.',
      atNextSync: '{{manager}} macht das beim nächsten Sync rückgängig.',
      atNextSyncOrSooner:
        '{{manager}} macht das beim nächsten Sync rückgängig, oder binnen Sekunden, wo Self-Heal an ist.',
      atNextRelease: '{{manager}} macht das beim nächsten Release rückgängig.',
    },
    manager: {
      argoCd: 'Argo-CD-Anwendung {{ref}}',
      helm: 'Helm-Release {{ref}}',
      flux: 'Flux {{ref}}',
      olm: 'OLM-Objekt {{ref}}',
      operator: 'Operator von {{ref}}',
    },
  },
};
