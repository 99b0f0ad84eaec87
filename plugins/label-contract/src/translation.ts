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
      misspelt: 'It carries the label {{misspelt}} instead of {{key}}.',
      wasThere: 'It carried the service’s label before, and carries none now.',
      notThere:
        'It says that it is part of this service, but does not carry its label.',
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
      odd: {
        title: 'The annotation {{key}} names nothing that runs',
        sentence_one:
          'Nothing carries {{value}}. {{count}} workload of the service carries {{found}}.',
        sentence_other:
          'Nothing carries {{value}}. {{count}} workloads of the service carry {{found}}.',
      },
      place: {
        namespace: {
          title: 'The annotation names no namespace',
          sentence:
            'No namespace can be called “{{value}}”, and a list is read as one name. So the Kubernetes tab is empty.',
        },
        cluster: {
          title: 'The annotation names no cluster',
          sentence:
            'There is no cluster “{{value}}”; upper and lower case count. There are: {{known}}. So the Kubernetes tab is empty.',
        },
        relation: {
          title: 'The service depends on no cluster',
          none: 'The Kubernetes tab asks only clusters that the service depends on, as Resources of its own catalog namespace and in lower case. There are: {{known}}.',
          elsewhere:
            '{{value}} is in another catalog namespace than the service, so the Kubernetes tab does not find the cluster. There are: {{known}}.',
        },
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
    health: {
      says: 'Kubernetes says:',
      quota: {
        title: '{{workload}}: the quota has no room for its pods',
        sentence:
          'The API server refuses new pods, for the quota {{quota}} of namespace {{namespace}} is used up.',
        unnamed:
          'The API server refuses new pods, for a quota of namespace {{namespace}} is used up.',
      },
      podSecurity: {
        title: '{{workload}}: PodSecurity refuses its pods',
        sentence:
          'Namespace {{namespace}} enforces {{by}}, and the pod template does not keep to it.',
      },
      constraint: {
        title: '{{workload}}: no security context constraint admits its pods',
        sentence:
          'Its service account may use none that allows what the pod template asks for.',
      },
      limitRange: {
        title: '{{workload}}: the limits of its namespace refuse its pods',
        sentence:
          'Namespace {{namespace}} has a LimitRange, and the pod template does not keep to it.',
      },
      policy: {
        title: '{{workload}}: a policy refuses its pods',
        sentence: '{{by}} denies what the pod template asks for.',
      },
      webhook: {
        title: '{{workload}}: a webhook fails, and so its pods are refused',
        sentence:
          'The API server cannot call {{by}}, and creates no pods without it.',
      },
      refused: {
        title: '{{workload}}: the API server refuses its pods',
        sentence: 'It does not create them in namespace {{namespace}}.',
      },
      unschedulable: {
        title: '{{workload}}: no node takes its pods',
        sentence_one: '{{count}} pod waits for a node that fits.',
        sentence_other: '{{count}} pods wait for a node that fits.',
      },
      node: {
        title: '{{workload}}: node {{node}} is not ready',
        unnamed: '{{workload}}: its node is not ready',
        sentence_one:
          '{{count}} pod gets no traffic, although all its containers are ready.',
        sentence_other:
          '{{count}} pods get no traffic, although all their containers are ready.',
      },
      gate: {
        title: '{{workload}}: readiness gate {{gate}} is closed',
        sentence_one:
          'Its containers are ready, but {{count}} pod gets no traffic before the gate opens.',
        sentence_other:
          'Its containers are ready, but {{count}} pods get no traffic before the gate opens.',
      },
      image: {
        title: '{{workload}}: the image cannot be pulled',
        titleNew: '{{workload}}: the new image cannot be pulled',
        sentence: 'Container {{container}} waits for {{image}}.',
        invalid: '{{workload}}: the name of its image is not valid',
        invalidSentence:
          'Container {{container}} asks for “{{image}}”, which names no image.',
      },
      configuration: {
        objectMissing: '{{workload}}: {{kind}} {{name}} does not exist',
        keyMissing: '{{workload}}: {{kind}} {{name}} has no key {{key}}',
        sentence:
          'Container {{container}} refers to it and cannot be created before it is there.',
        refused: '{{workload}}: its container cannot be created',
        refusedSentence:
          'What container {{container}} is configured to be cannot be had.',
      },
      init: {
        failing: '{{workload}}: init container {{container}} keeps failing',
        failingSentence: 'The other containers start only when it ends well.',
        running: '{{workload}}: init container {{container}} does not finish',
        runningSentence:
          'It still runs, the other containers wait for it, and the deadline has passed.',
      },
      memory: {
        title: '{{workload}} runs out of memory',
        sentence:
          'Its container {{container}} was ended at its memory limit of {{limit}}.',
        unlimited:
          'Its container {{container}} was ended for the want of memory. It has no limit of its own.',
      },
      probes: {
        title: '{{workload}} runs, but is not ready',
        sentence_one:
          'The readiness probe of container {{container}} fails, so {{count}} pod gets no traffic.',
        sentence_other:
          'The readiness probe of container {{container}} fails, so {{count}} pods get no traffic.',
      },
      ticket: {
        place:
          '{{kind}} {{workload}} in namespace {{namespace}}, cluster {{cluster}}.',
        seen: '{{sentence}} Seen {{time}}.',
        seenSince: '{{sentence}} So since {{since}}, seen {{time}}.',
        nextQuota: 'Next: see what uses the quota, and make room or raise it:',
        nextAdmission:
          'Next: see what the pod template asks for, and the events:',
        nextWebhook: 'Next: see where the webhook runs, and mend or remove it:',
        nextScheduling: 'Next: compare what the pods ask for with the nodes:',
        nextNode: 'Next: see what the node says:',
        nextGate: 'Next: see who sets the gate, and why it does not:',
        nextImage:
          'Next: see whether the image exists and the namespace may pull it:',
        nextObject: 'Next: create it, or correct the reference. What is there:',
        nextConfiguration: 'Next: see what the container refers to:',
        nextLogs: 'Next: read the last lines of the container:',
        nextMemory: 'Next: compare the limit with what its containers use:',
        nextProbes: 'Next: see what the probe is answered:',
        checkedScheduled: 'Checked: the pod is admitted and scheduled.',
        checkedPulled: 'Checked: the pod is scheduled and its image is pulled.',
        checkedStarts:
          'Checked: the pod is scheduled and its container starts.',
        checkedRuns: 'Checked: all its containers run.',
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
