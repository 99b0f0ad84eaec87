/** Words of the card itself, and of what stands there instead of a report. */
export const cardMessages = {
  card: {
    title: 'Label contract',
    loading: 'Loading the report',
    openTab: 'Open label contract',
    announcement:
      'Contract: {{contract}}. {{contractDetail}}. Health: {{health}}. {{healthDetail}}.',
  },
  ignored: {
    title: 'Ignored by choice',
    sentence:
      'The catalog file says {{annotation}}. Nothing is checked, so nothing here is green.',
    link: 'View the catalog file',
  },
  forbidden: {
    title: 'You may not see this report',
    sentence:
      'Your role lacks the permission {{permission}}. Ask the portal’s administrators.',
    limit: 'This says nothing about the service itself.',
  },
  notFound: {
    title: 'There is no report for this entity',
    sentence:
      'The label contract backend finds no {{entity}}, or its catalog entry is not visible to you.',
  },
  failed: {
    title: 'The report cannot be updated',
    titleWithoutLast: 'The report cannot be loaded',
    status: 'The label contract backend answered {{status}}.',
    noAnswer: 'The label contract backend does not answer.',
    lastShown: 'You see the last report.',
    again: 'Try again',
  },
  notDeployed: {
    detail: 'Not deployed yet',
    sentence: 'No workload carries this service’s label yet.',
    expected: 'That is expected while the lifecycle is {{lifecycle}}.',
    how: 'Label its workloads and their pod templates with',
    deploy: 'Deploy it with a template',
    howSelector:
      'Label its workloads and their pod templates so that this matches',
  },
  noClaim: {
    detail: 'No claim',
    sentence:
      'The catalog file does not say which workloads belong to this service, so it has no Kubernetes tab.',
    how: 'Say it with this annotation, and label its workloads with the same value',
  },
} as const;
