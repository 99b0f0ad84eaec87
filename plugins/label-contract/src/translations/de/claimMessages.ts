import type { claimMessages as english } from '../../messages/claimMessages';
import type { Wording } from '../Wording';

export const claimMessages: Wording<typeof english> = {
  claim: {
    broken: 'Nicht geprüft: Der Anspruch ist fehlerhaft',
    findsNothing: 'Der Anspruch findet keinen Workload',
    refused: {
      title: 'Kubernetes lehnt die Annotation {{key}} ab',
      sentence: '{{problem}}. Daher zeigt der Kubernetes-Tab einen Fehler.',
    },
    several: {
      title: 'Die Annotation nennt mehrere IDs',
      sentence:
        'Kubernetes liest {{value}} als mehrere Bedingungen, die alle gelten müssen, und findet daher nichts. Ein Selektor kann nach jeder einzelnen fragen.',
    },
    notAnId: {
      title: 'Die Annotation {{key}} nennt keine ID',
      sentence: '„{{value}}“ wird nicht als ein einzelner Wert gelesen.',
    },
    blanks: {
      title: 'Der Wert der Annotation ist von Leerzeichen umgeben',
      sentence:
        'Kubernetes überliest sie, daher funktioniert der Tab. Für andere Leser der Annotation gilt das nicht unbedingt.',
    },
    everything: {
      title: 'Der Selektor ist leer und passt auf alles',
      sentence:
        'Der Kubernetes-Tab zeigt jeden Workload jedes Clusters als einen dieses Dienstes.',
    },
    noValue: {
      title: 'Der Selektor nennt kein Label mit seinem Wert',
      sentence:
        '{{selector}} passt auch auf das, was andere deployen, heute oder später.',
    },
    owners: {
      title: 'Der Selektor findet Workloads mehrerer Teams',
      sentence:
        '{{selector}} passt in {{namespaces}}. Dafür sind {{owners, number}} Teams zuständig.',
    },
    unstable: {
      title: 'Der Selektor nutzt {{label}}, das nicht so bleibt',
      byController:
        'Ein Controller schreibt es mit jeder Revision neu. Mit der nächsten ist der Kubernetes-Tab leer.',
      byVersion:
        'Es ändert sich mit der Version. Mit der nächsten ist der Kubernetes-Tab leer.',
      byArgoCd:
        'Argo CD schreibt es. Sobald es mit Annotationen nachverfolgt oder die Anwendung umbenannt wird, ist der Kubernetes-Tab leer.',
    },
    present: {
      title: 'Der Dienst hat keinen Anspruch und damit keinen Kubernetes-Tab',
      sentence_one:
        '{{count, number}} Workload trägt seinen Namen, {{value}}, und niemand beansprucht ihn.',
      sentence_other:
        '{{count, number}} Workloads tragen seinen Namen, {{value}}, und niemand beansprucht sie.',
    },
    entityLabel: {
      title: 'In der Katalogdatei steht {{key}} als Label',
      sentence:
        'Nur eine Annotation begründet einen Anspruch, daher hat der Dienst keinen Kubernetes-Tab.',
    },
    onComponent: {
      title: '{{key}} steht am falschen Katalogeintrag',
      sentence:
        'Seiner Component {{component}} fehlt die Annotation und damit der Kubernetes-Tab.',
    },
    shared: {
      title_one: 'Auch andere beanspruchen {{count, number}} Workload',
      title_other: 'Auch andere beanspruchen {{count, number}} Workloads',
      bearsName:
        'Dasselbe findet der Anspruch von: {{who}}. Er passt dort zum Namen, also entfällt dieser hier.',
      undecided:
        'Dasselbe findet der Anspruch von: {{who}}. Die zuständigen Teams müssen sich einigen.',
      unseen_one: 'ein Katalogeintrag, der für Sie nicht sichtbar ist',
      unseen_other:
        '{{count, number}} Katalogeinträge, die für Sie nicht sichtbar sind',
    },
    kept: {
      title_one:
        'Der Anspruch hat sich geändert, {{count, number}} Workload nicht',
      title_other:
        'Der Anspruch hat sich geändert, {{count, number}} Workloads nicht',
      sentence:
        'Verborgen ist, was {{before}} trägt. Beansprucht war das bis {{until}}.',
    },
    nothing: {
      title: 'Nichts passt zum Anspruch',
      sentence:
        'Alle gefragten Cluster sind gelesen, und kein Workload passt zu {{value}}.',
    },
    removed: {
      title_one: 'Der Workload des Dienstes ist verschwunden',
      title_other:
        'Alle {{count, number}} Workloads des Dienstes sind verschwunden',
      sentence:
        'Zuletzt gesehen: {{since}}. Jetzt passt kein Workload zu {{value}}.',
    },
    elsewhere: {
      title_one: '{{count, number}} Workload ist außerhalb des Anspruchs',
      title_other: '{{count, number}} Workloads sind außerhalb des Anspruchs',
      alsoTitle_one:
        '{{count, number}} weiterer Workload ist außerhalb des Anspruchs',
      alsoTitle_other:
        '{{count, number}} weitere Workloads sind außerhalb des Anspruchs',
      sentence:
        'Das Label gibt es in {{namespaces}} auf {{clusters}}. {{key}} schließt das aus.',
    },
    handedOver: {
      title_one:
        '{{count, number}} Workload wurde einem anderen Dienst übergeben',
      title_other:
        '{{count, number}} Workloads wurden einem anderen Dienst übergeben',
      taken_one:
        '{{count, number}} Workload ist zu einem anderen Dienst gewechselt',
      taken_other:
        '{{count, number}} Workloads sind zu einem anderen Dienst gewechselt',
      sentence: 'Vorher mit {{value}}: {{workloads}}.',
    },
    odd: {
      title: 'Die Annotation {{key}} nennt nichts, was läuft',
      sentence_one:
        'Nichts trägt {{value}}. {{count, number}} Workload des Dienstes trägt {{found}}.',
      sentence_other:
        'Nichts trägt {{value}}. {{count, number}} Workloads des Dienstes tragen {{found}}.',
    },
    place: {
      namespace: {
        title: 'Die Annotation nennt keinen Namespace',
        sentence:
          'Kein Namespace kann „{{value}}“ heißen, und eine Liste wird als ein Name gelesen. Daher ist der Kubernetes-Tab leer.',
      },
      missing: {
        title: 'Den Namespace {{value}} gibt es nicht',
        elsewhere:
          'Kein gefragter Cluster hat ihn. Was der Anspruch findet, ist in {{namespaces}}.',
        before:
          'Kein gefragter Cluster hat ihn. Zuletzt fand der Anspruch etwas am {{time}}.',
        nowhere:
          'Kein gefragter Cluster hat ihn, daher ist der Kubernetes-Tab leer.',
      },
      cluster: {
        title: 'Die Annotation nennt keinen Cluster',
        sentence:
          'Einen Cluster „{{value}}“ gibt es nicht; Groß- und Kleinschreibung zählt. Vorhanden: {{known}}. Daher ist der Kubernetes-Tab leer.',
      },
      relation: {
        title: 'Der Dienst hängt von keinem Cluster ab',
        none: 'Der Kubernetes-Tab fragt nur Cluster, von denen der Dienst abhängt: als Resource seines eigenen Katalog-Namespace und kleingeschrieben. Vorhanden: {{known}}.',
        elsewhere:
          '{{value}} ist in einem anderen Katalog-Namespace als der Dienst, daher findet der Kubernetes-Tab den Cluster nicht. Vorhanden: {{known}}.',
      },
    },
    shadowed: {
      title: 'Zwei Ansprüche: Der Selektor verdeckt die ID',
      hides_one:
        'Der Kubernetes-Tab beachtet nur den Selektor. {{count, number}} Workload mit der ID ist verborgen.',
      hides_other:
        'Der Kubernetes-Tab beachtet nur den Selektor. {{count, number}} Workloads mit der ID sind verborgen.',
      ignored:
        'Der Kubernetes-Tab beachtet nur den Selektor; die ID bewirkt nichts.',
    },
  },
};
