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
    then: '{{age}}: {{detail}}',
  },
  visible: {
    all_one: '{{visible, number}} of {{count, number}} workload visible',
    all_other: '{{visible, number}} of {{count, number}} workloads visible',
    partly: '{{visible}}, {{partly, number}} partly',
    seen_one: '{{count, number}} workload seen, {{visible, number}} visible',
    seen_other: '{{count, number}} workloads seen, {{visible, number}} visible',
    allSeen_one: '{{count, number}} workload seen and visible',
    allSeen_other: '{{count, number}} workloads seen, all visible',
    lastSeen: '{{seen}}; {{lastSeen, number}} last seen',
    onlyLastSeen_one: '{{count, number}} workload last seen',
    onlyLastSeen_other: '{{count, number}} workloads last seen',
    notRead: 'Workloads not read',
  },
  pods: {
    ready_one: '{{ready, number}} of {{count, number}} pod ready',
    ready_other: '{{ready, number}} of {{count, number}} pods ready',
    readyWhereSeen: '{{ready}} where seen',
    onlyLastSeen_one: '{{count, number}} pod last seen',
    onlyLastSeen_other: '{{count, number}} pods last seen',
    ofWorkload: '{{workload}}: {{ready}}',
    stillServing_one:
      'Still serving: {{ready, number}} of {{count, number}} pod',
    stillServing_other:
      'Still serving: {{ready, number}} of {{count, number}} pods',
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
