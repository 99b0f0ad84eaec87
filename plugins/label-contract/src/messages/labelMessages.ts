/** Words of findings about labels. */
export const labelMessages = {
  label: {
    hidden_zero: '{{workload}} has no visible pods',
    hidden_one: '{{workload}} runs, but its pod is hidden',
    hidden_other:
      '{{workload}} runs, but its {{count, number}} pods are hidden',
    hiddenJobs: '{{workload}}: its Jobs are hidden',
    noRow: '{{workload}} has no row in the Kubernetes tab',
    inSelector: '{{workload}} carries the label in its selector',
    place: {
      jobTemplate: 'job template',
      podTemplate: 'pod template',
    },
    ownName_one:
      'Its {{places}} carries its own name instead of the service’s.',
    ownName_other:
      'Its {{places}} carry its own name instead of the service’s.',
    differs_one:
      'Its {{places}} carries another value than the catalog asks for.',
    differs_other:
      'Its {{places}} carry another value than the catalog asks for.',
    missingOnPodTemplate:
      'The label is on the {{kind}}, but not on its pod template.',
    missingOnObject:
      'The label is on the pod template, but not on the {{kind}} itself.',
    missingOnCronLevel:
      'The label is not on its {{places}}, from which each Job and its pods take theirs.',
    misspelt: 'It carries the label {{misspelt}} instead of {{key}}.',
    annotation:
      'It carries {{annotation}} as an annotation. Only what carries it as a label is found.',
    wasThere: 'It carried the service’s label before, and carries none now.',
    notThere:
      'It says that it is part of this service, but does not carry its label.',
    selectorStays:
      'The selector of a {{kind}} cannot be changed, so its label changes only if it is recreated.',
    held: {
      paused_one:
        'The pod template is right. {{count, number}} pod is older than it, and the rollout is paused.',
      paused_other:
        'The pod template is right. {{count, number}} pods are older than it, and the rollout is paused.',
      deadline_one:
        'The pod template is right. {{count, number}} pod is older than it, and the rollout is past its deadline.',
      deadline_other:
        'The pod template is right. {{count, number}} pods are older than it, and the rollout is past its deadline.',
      onDelete_one:
        'The pod template is right. {{count, number}} pod is older than it, and is replaced only when it is deleted.',
      onDelete_other:
        'The pod template is right. {{count, number}} pods are older than it, and are replaced only when they are deleted.',
      partition_one:
        'The pod template is right. {{count, number}} pod is older than it, and the partition of the update keeps it.',
      partition_other:
        'The pod template is right. {{count, number}} pods are older than it, and the partition of the update keeps them.',
      byHand_one:
        'The pod template is right. The label of {{count, number}} pod was changed on the pod itself.',
      byHand_other:
        'The pod template is right. The labels of {{count, number}} pods were changed on the pods themselves.',
    },
    companions: {
      one: '{{companion}} carries no label of the service',
      several:
        '{{companions, number}} objects around {{workload}} carry no label',
      sentence:
        'The Kubernetes tab does not list {{companions}}. {{workload}} itself is visible.',
    },
    lost: {
      at: 'Lost {{time}}',
      between: 'Lost between {{from}} and {{to}}',
      by: '{{lost}}, by {{manager}}',
      byNobody: '{{lost}}; by whom is not recorded by Kubernetes',
      writtenBy: 'Written by {{manager}}',
    },
    kind: {
      notAskedFor: 'The Kubernetes tab does not ask for {{kinds}}',
      notDrawn: 'The Kubernetes tab does not draw {{kinds}}',
      some_one: '{{workloads}} is labelled right, and not shown.',
      some_other: '{{workloads}} are labelled right, and not shown.',
      nothing_one:
        '{{workloads}} is labelled right, and not shown. So nothing of the service is.',
      nothing_other:
        '{{workloads}} are labelled right, and not shown. So nothing of the service is.',
    },
    is: 'Is',
    shouldBe: 'Should be',
    absent: 'no label',
  },
} as const;
