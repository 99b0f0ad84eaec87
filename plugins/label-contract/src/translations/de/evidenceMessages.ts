import type { evidenceMessages as english } from '../../messages/evidenceMessages';
import type { Wording } from '../Wording';

export const evidenceMessages: Wording<typeof english> = {
  sign: {
    anotherLevel: 'Eine andere Ebene trägt das Label des Dienstes',
    earlierRevision: 'Eine frühere Revision trug das Label des Dienstes',
    sameButSpelling:
      '„{{value}}“ unterscheidet sich nur in Groß- und Kleinschreibung, „-“, „_“ oder „.“',
    typo: '„{{value}}“ weicht um ein oder zwei Buchstaben ab',
    plural: '„{{value}}“ ist der Plural oder der Singular',
    affix: '„{{value}}“ ist bis auf ein Wort davor oder dahinter gleich',
    ownName: '„{{value}}“ ist sein eigener Name',
    entityName: '„{{value}}“ ist der Name des Dienstes',
    keyMisspelt: 'Der Schlüssel {{key}} ist fast der richtige',
    onlyClaim: 'Kein anderer Dienst hat Workloads im Namespace {{namespace}}',
    sameNamespace: 'Der Dienst ist im Namespace {{namespace}} zu Hause',
    namespaceNamed: 'Der Namespace {{namespace}} heißt wie der Dienst',
    recommended: 'Sein Label {{key}} nennt {{value}}',
    unclaimed: 'Kein Dienst beansprucht „{{value}}“',
    before: 'Er trug das Label des Dienstes schon einmal. {{lost}}',
    claimBefore: 'Der Dienst hat früher „{{value}}“ beansprucht',
    annotation: 'Der Wert steht als {{key}} unter den Annotationen',
    workloadNamed: 'Sein Name, {{name}}, ist der des Dienstes',
    entityApplication:
      'Die Katalogdatei nennt die Argo-CD-Anwendung {{application}}, und er gehört dazu',
    sameApplication:
      'Er gehört zur Argo-CD-Anwendung {{application}}, wie andere Workloads des Dienstes in diesem Namespace',
    sameRelease:
      'Er stammt aus dem Release {{release}}, wie andere Workloads des Dienstes',
    samePrefix: 'Sein Name beginnt mit „{{prefix}}“, wie der des Dienstes',
    appLabel: 'Sein Label app nennt {{value}}',
    outsidePlace:
      'Das Label ist richtig, liegt aber im Namespace {{namespace}} auf {{cluster}}, den der Anspruch ausschließt',
  },
  hidden: {
    labels: 'Ein Label weicht ab',
    tabFails: 'Der Tab scheitert für alle Cluster wegen eines einzigen',
    notDrawn: 'Label richtig, nicht dargestellt',
    notAskedFor: 'Label richtig, nicht abgefragt',
    notReadable: 'Label richtig, nicht lesbar',
    rowOnly: 'Nur die Zeile, keine Pods',
  },
  notChecked: {
    kinds: '{{kinds}} auf {{clusters}} nicht gelesen',
    nothingRemembered: 'Das Portal führt keinen Verlauf',
    logNotRead: 'Das Log von {{workload}} wurde nicht gelesen',
    logNotUnderstood:
      'Das Log von {{workload}} sagt nicht, was unerreichbar ist',
    outsideCluster:
      '{{host}}, das {{workload}} braucht, liegt außerhalb des Clusters',
  },
};
