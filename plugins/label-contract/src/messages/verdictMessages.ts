/** Words of the two verdicts and of what was counted for them. */
export const verdictMessages = {
  verdict: {
    contract: 'Contract',
    health: 'Health',
    met: 'Met',
    violated: 'Violated',
    healthy: 'Healthy',
    progressing: 'Progressing',
    failing: 'Failing',
    nothingRunning: 'Nothing running',
    notApplicable: 'Not applicable',
    unknown: 'Unknown',
    ignored: 'Ignored',
  },
  visible: {
    all_one: '{{visible}} of {{count}} workload visible',
    all_other: '{{visible}} of {{count}} workloads visible',
    partly: '{{visible}}, {{partly}} partly',
    seen_one: '{{count}} workload seen, {{visible}} visible',
    seen_other: '{{count}} workloads seen, {{visible}} visible',
    allSeen_one: '{{count}} workload seen and visible',
    allSeen_other: '{{count}} workloads seen, all visible',
    notRead: 'Workloads not read',
  },
  pods: {
    ready_one: '{{ready}} of {{count}} pod ready',
    ready_other: '{{ready}} of {{count}} pods ready',
    readyWhereSeen: '{{ready}} where seen',
    ofWorkload: '{{workload}}: {{ready}}',
    stillServing_one: 'Still serving: {{ready}} of {{count}} pod',
    stillServing_other: 'Still serving: {{ready}} of {{count}} pods',
    none: '0 pods wanted',
    notRead: 'Pods not read',
  },
  runs: {
    good: 'No failed run',
    failed: 'The last run failed',
  },
  noWorkloads: '0 workloads',
  unknown: {
    syncing: 'First read under way',
  },
  notDrawn: {
    detail: 'Only kinds that the tab does not draw',
    sentence:
      'What belongs to this service is made by a release or an operator, of kinds that have no row in the Kubernetes tab. Nobody has to act.',
  },
  removed: {
    detail: 'Removed',
    sentence:
      'Workloads of this service were last seen {{time}}. Nothing carries its label now.',
  },
} as const;
