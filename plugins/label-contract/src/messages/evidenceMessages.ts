/** Words about what speaks for a finding, what hides a workload, and what was not checked. */
export const evidenceMessages = {
  sign: {
    anotherLevel: 'Another level of it carries the service’s label',
    earlierRevision: 'An earlier revision of it carried the service’s label',
    sameButSpelling: '“{{value}}” differs only in case, “-”, “_” or “.”',
    typo: '“{{value}}” is one or two letters away',
    plural: '“{{value}}” is the plural, or the singular',
    affix: '“{{value}}” is the same but for a word before or after it',
    ownName: '“{{value}}” is its own name',
    entityName: '“{{value}}” is the name of the service',
    keyMisspelt: 'The key {{key}} is nearly the right one',
    onlyClaim: 'No other service has workloads in namespace {{namespace}}',
    sameNamespace: 'The service is at home in namespace {{namespace}}',
    namespaceNamed: 'Namespace {{namespace}} is named as the service',
    recommended: 'Its label {{key}} says {{value}}',
    unclaimed: 'No service claims “{{value}}”',
    before: 'It carried the service’s label before. {{lost}}',
    claimBefore: 'The service claimed “{{value}}” before',
    annotation: 'The value stands under annotations, as {{key}}',
    workloadNamed: 'Its name, {{name}}, is that of the service',
    entityApplication:
      'The catalog file names Argo CD application {{application}}, and it is part of that',
    sameApplication:
      'It is part of Argo CD application {{application}}, as other workloads of the service in this namespace are',
    sameRelease:
      'It comes from release {{release}}, as other workloads of the service do',
    samePrefix:
      'Its name begins with “{{prefix}}”, as that of the service does',
    appLabel: 'Its label app says {{value}}',
    outsidePlace:
      'The label is right, in namespace {{namespace}} on {{cluster}}, which the claim leaves out',
  },
  hidden: {
    labels: 'A label differs',
    tabFails: 'The tab fails for all clusters, because of one',
    notDrawn: 'Labelled right, not drawn',
    notAskedFor: 'Labelled right, not asked for',
    notReadable: 'Labelled right, not readable',
    rowOnly: 'Row only, no pods',
  },
  notChecked: {
    kinds: '{{kinds}} not read on {{clusters}}',
    nothingRemembered: 'The portal keeps no history',
    logNotRead: 'The log of {{workload}} was not read',
    logNotUnderstood:
      'The log of {{workload}} does not say what cannot be reached',
    outsideCluster:
      '{{host}}, which {{workload}} needs, is outside the cluster',
  },
} as const;
