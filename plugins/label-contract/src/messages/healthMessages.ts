/** Words of findings about how workloads run, and of their tickets. */
export const healthMessages = {
  crash: {
    title: '{{workload}} keeps crashing',
    log: 'Last lines of the log',
    logWithheld:
      'You may not read log lines. Your role lacks the permission {{permission}}.',
    serving_one: 'Its other pod goes on serving.',
    serving_other: 'Its {{count, number}} other pods go on serving.',
    sentence: 'Its container {{container}} ends soon after each start.',
    restarts_one: '{{count, number}} restart',
    restarts_other: '{{count, number}} restarts',
    exitCode: '{{restarts}}, last exit code {{exitCode}}',
    exitCodeAndReason: '{{restarts}}, last exit code {{exitCode}} ({{reason}})',
  },
  rollout: {
    title: '{{workload}} does not finish its rollout',
    sentence_one:
      '{{ready, number}} of {{count, number}} pod of the newest revision is ready, and the deadline has passed.',
    sentence_other:
      '{{ready, number}} of {{count, number}} pods of the newest revision are ready, and the deadline has passed.',
    givenUp_one:
      '{{ready, number}} of {{count, number}} pod of the newest revision is ready, and its controller has given up: {{reason}}.',
    givenUp_other:
      '{{ready, number}} of {{count, number}} pods of the newest revision are ready, and its controller has given up: {{reason}}.',
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
      sentence_one: '{{count, number}} pod waits for a node that fits.',
      sentence_other: '{{count, number}} pods wait for a node that fits.',
    },
    node: {
      title: '{{workload}}: node {{node}} is not ready',
      unnamed: '{{workload}}: its node is not ready',
      sentence_one:
        '{{count, number}} pod gets no traffic, although all its containers are ready.',
      sentence_other:
        '{{count, number}} pods get no traffic, although all their containers are ready.',
    },
    gate: {
      title: '{{workload}}: readiness gate {{gate}} is closed',
      sentence_one:
        'Its containers are ready, but {{count, number}} pod gets no traffic before the gate opens.',
      sentence_other:
        'Its containers are ready, but {{count, number}} pods get no traffic before the gate opens.',
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
    volume: {
      notMounted: '{{workload}}: volume {{volume}} cannot be mounted',
      notMountedUnnamed: '{{workload}}: a volume cannot be mounted',
      notAttached: '{{workload}}: volume {{volume}} cannot be attached',
      notAttachedUnnamed: '{{workload}}: a volume cannot be attached',
      sourceMissing: '{{workload}}: {{kind}} {{name}} does not exist',
      unbound: '{{workload}}: volume claim {{volume}} is not bound',
      unboundUnnamed: '{{workload}}: a volume claim is not bound',
      sentence_one:
        '{{count, number}} pod waits for it, and its containers do not start.',
      sentence_other:
        '{{count, number}} pods wait for it, and their containers do not start.',
    },
    dependency: {
      title: '{{workload}} cannot reach {{target}}',
      missing:
        'It connects to {{target}}. No Service {{service}} exists in {{namespace}}.',
      elsewhere:
        'It connects to {{target}}. Service {{service}} is in {{elsewhere}}, not in {{namespace}}.',
      noEndpoints:
        'It connects to {{target}}. Service {{service}} in {{namespace}} has no ready pod behind it.',
      behindIdle:
        'It connects to {{target}}. Behind Service {{service}} is {{behind}}, of which nothing has to run now.',
      behindFails:
        'It connects to {{target}}. Behind Service {{service}} is {{behind}}, which fails itself ({{rule}}).',
      behind:
        'It connects to {{target}}. Behind Service {{service}} is {{behind}}, which has no ready pod.',
    },
    job: {
      failed: '{{workload}} failed',
      failedSentence: 'Kubernetes has given up and starts it no more.',
      runFailed: '{{workload}}: the last run failed',
      runFailedSentence: 'Job {{job}} failed, and no run has succeeded since.',
      at: '{{reason}}, {{time}}',
      lastSuccess: '{{end}}; last success {{time}}',
      lastSuccessOnly: 'Last success {{time}}',
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
        'The readiness probe of container {{container}} fails, so {{count, number}} pod gets no traffic.',
      sentence_other:
        'The readiness probe of container {{container}} fails, so {{count, number}} pods get no traffic.',
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
      nextVolume: 'Next: see what the volume waits for:',
      nextClaim: 'Next: see why no volume is bound to it:',
      nextService:
        'Next: correct the address, or create the Service. What is there:',
      nextEndpoints: 'Next: see what is behind the Service:',
      nextJob: 'Next: read what its pods said:',
      nextImage:
        'Next: see whether the image exists and the namespace may pull it:',
      nextObject: 'Next: create it, or correct the reference. What is there:',
      nextConfiguration: 'Next: see what the container refers to:',
      nextLogs: 'Next: read the last lines of the container:',
      nextMemory: 'Next: compare the limit with what its containers use:',
      nextProbes: 'Next: see what the probe is answered:',
      nextPodLogs:
        'Next: find its newest pod, and read the last lines of container {{container}}:',
      nextPods: 'Next: see what the newest pods wait for:',
      log: 'Last lines of the log:',
      entity: 'Catalog entity {{entityRef}}.',
      checkedScheduled: 'Checked: the pod is admitted and scheduled.',
      checkedPulled: 'Checked: the pod is scheduled and its image is pulled.',
      checkedStarts: 'Checked: the pod is scheduled and its container starts.',
      checkedRuns: 'Checked: all its containers run.',
    },
  },
} as const;
