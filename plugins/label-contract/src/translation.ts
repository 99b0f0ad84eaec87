import {
  TranslationFunction,
  createTranslationRef,
} from '@backstage/core-plugin-api/alpha';

/**
 * Every word of this plugin; the messages are the English ones.
 *
 * @public
 */
export const labelContractTranslationRef = createTranslationRef({
  id: 'plugin.label-contract',
  messages: {
    card: {
      title: 'Label contract',
      loading: 'Loading the report',
      announcement:
        'Contract: {{contract}}. {{contractDetail}}. Health: {{health}}. {{healthDetail}}.',
    },
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
    noWorkloads: '0 workloads',
    notDeployed: {
      detail: 'Not deployed yet',
      sentence: 'No workload carries this service’s label yet.',
      expected: 'That is expected while the lifecycle is {{lifecycle}}.',
      how: 'Label its workloads and their pod templates with',
      howSelector:
        'Label its workloads and their pod templates so that this matches',
    },
    noClaim: {
      detail: 'No claim',
      sentence:
        'The catalog file does not say which workloads belong to this service, so it has no Kubernetes tab.',
      how: 'Say it with this annotation, and label its workloads with the same value',
    },
    unknown: {
      syncing: 'First read under way',
    },
    desk: {
      ops: 'For ops',
      team: 'For {{team}}',
      ownerless: 'For the owner',
      catalog: 'For the catalog file',
      nobody: 'For information',
      opsShort: 'ops',
      ownerlessShort: 'the owner',
      catalogShort: 'the catalog file',
      nobodyShort: 'information',
    },
    label: {
      hidden_zero: '{{workload}} has no visible pods',
      hidden_one: '{{workload}} runs, but its pod is hidden',
      hidden_other: '{{workload}} runs, but its {{count}} pods are hidden',
      noRow: '{{workload}} has no row in the Kubernetes tab',
      ownName: {
        podTemplate:
          'Its pod template carries its own name instead of the service’s.',
        object: 'Its {{kind}} carries its own name instead of the service’s.',
        both: 'Its {{kind}} and its pod template carry its own name instead of the service’s.',
      },
      differs: {
        podTemplate:
          'Its pod template carries another value than the catalog asks for.',
        object: 'Its {{kind}} carries another value than the catalog asks for.',
        both: 'Its {{kind}} and its pod template carry another value than the catalog asks for.',
      },
      missingOnPodTemplate:
        'The label is on the {{kind}}, but not on its pod template.',
      missingOnObject:
        'The label is on the pod template, but not on the {{kind}} itself.',
      is: 'Is',
      shouldBe: 'Should be',
      absent: 'no label',
    },
    claim: {
      broken: 'Not checked: the claim is wrong',
      findsNothing: 'The claim finds no workload',
      refused: {
        title: 'Kubernetes refuses the annotation {{key}}',
        sentence: '{{problem}}. So the Kubernetes tab shows an error.',
      },
      several: {
        title: 'The annotation lists several ids',
        sentence:
          'Kubernetes reads {{value}} as several conditions that all have to hold, so it finds nothing. A selector can ask for any of them.',
      },
      notAnId: {
        title: 'The annotation {{key}} names no id',
        sentence: '“{{value}}” is read as something else than one value.',
      },
      blanks: {
        title: 'The annotation has blanks around its value',
        sentence:
          'Kubernetes skips them, so the tab works. Other readers of the annotation may not.',
      },
      everything: {
        title: 'The selector is blank and matches everything',
        sentence:
          'The Kubernetes tab shows every workload of every cluster as this service’s.',
      },
      noValue: {
        title: 'The selector names no label with its value',
        sentence:
          '{{selector}} also matches what others deploy, today or later.',
      },
      shadowed: {
        title: 'Two claims: the selector hides the id',
        hides_one:
          'The Kubernetes tab looks at the selector alone. {{count}} workload that carries the id is hidden.',
        hides_other:
          'The Kubernetes tab looks at the selector alone. {{count}} workloads that carry the id are hidden.',
        ignored:
          'The Kubernetes tab looks at the selector alone; the id does nothing.',
      },
    },
    crash: {
      title: '{{workload}} keeps crashing',
      sentence: 'Its container {{container}} ends soon after each start.',
      restarts_one: '{{count}} restart',
      restarts_other: '{{count}} restarts',
      exitCode: '{{restarts}}, last exit code {{exitCode}}',
      exitCodeAndReason:
        '{{restarts}}, last exit code {{exitCode}} ({{reason}})',
      ticket: {
        what: '{{workload}} ({{kind}} in namespace {{namespace}}, cluster {{cluster}}) keeps crashing.',
        proof: 'Container {{container}}: {{restarts}}. Seen {{time}}.',
        checked:
          'Checked: the pod is scheduled and its container starts; its labels are not the cause.',
        next: 'Next: read the last lines of the container that ended:',
      },
    },
    rollout: {
      title: '{{workload}} does not finish its rollout',
      sentence_one:
        '{{ready}} of {{count}} pod of the newest revision is ready, and the deadline has passed.',
      sentence_other:
        '{{ready}} of {{count}} pods of the newest revision are ready, and the deadline has passed.',
      ticket: {
        what: '{{workload}} ({{kind}} in namespace {{namespace}}, cluster {{cluster}}) does not finish its rollout.',
        proof: '{{sentence}} Seen {{time}}.',
        next: 'Next: see what the newest pods wait for:',
      },
    },
    fix: {
      tool: 'Show the fix as',
      copy: 'Copy',
      copied: 'Copied',
      copyFailed: 'Not copied. Select the text and copy it.',
      copyTicket: 'Copy ticket text',
      runOn: 'Run on {{cluster}}.',
      replaces_zero: 'Replaces no pods.',
      replaces_one: 'Replaces {{count}} pod.',
      replaces_other: 'Replaces {{count}} pods.',
      command: 'Command',
      editCatalogFile: 'Change it in the catalog file',
    },
    others: {
      count_one: '{{count}} more finding: {{desks}}',
      count_other: '{{count}} more findings: {{desks}}',
      desk: '{{findings}} for {{desk}}',
    },
    access: {
      unreachable: '{{cluster}} does not answer',
      unauthorized: '{{cluster}} refuses the portal’s credentials',
      forbidden: 'The portal may not read everything on {{cluster}}',
      notServed: '{{cluster}} does not serve what has to be read',
      noBackgroundAccess: '{{cluster}} cannot be read in the background',
      lastKnown:
        'It spoke last at {{time}}. What was known then is still shown.',
    },
    fresh: {
      asOf: 'As of {{age}}',
      asOfExcept: 'As of {{age}}, except {{clusters}}',
      notReached: '{{cluster}} not reached since {{time}}',
      notReadable: '{{cluster}} not readable since {{time}}',
      lastReport: 'Last report {{age}}',
      firstRead: 'First read under way',
    },
    clusters: {
      allLive_one: '{{count}} cluster, live',
      allLive_other: '{{count}} clusters, all live',
      none: '0 clusters configured',
      live: '{{clusters}} live',
      syncing: '{{clusters}}: first read under way',
    },
    time: {
      secondsAgo: '{{seconds}} s ago',
      minutesAgo: '{{minutes}} min ago',
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
  },
});

/** Turns a message key and its values into words in the reader's language. */
export type Translate = TranslationFunction<
  typeof labelContractTranslationRef.T
>;
