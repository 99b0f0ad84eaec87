/** Words of findings about what the catalog file says. */
export const claimMessages = {
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
      sentence: '{{selector}} also matches what others deploy, today or later.',
    },
    owners: {
      title: 'The selector finds workloads of several owners',
      sentence:
        '{{selector}} matches in {{namespaces}}, which belong to {{owners, number}} owners.',
    },
    unstable: {
      title: 'The selector uses {{label}}, which does not stay',
      byController:
        'A controller writes it anew with every revision. With the next one the Kubernetes tab is empty.',
      byVersion:
        'It changes with the version. With the next one the Kubernetes tab is empty.',
      byArgoCd:
        'Argo CD writes it. If it tracks by annotation, or the application is renamed, the Kubernetes tab is empty.',
    },
    present: {
      title: 'The service has no claim, and so no Kubernetes tab',
      sentence_one:
        '{{count, number}} workload carries its name, {{value}}, and nobody claims it.',
      sentence_other:
        '{{count, number}} workloads carry its name, {{value}}, and nobody claims them.',
    },
    entityLabel: {
      title: 'The catalog file has {{key}} as a label',
      sentence:
        'Only an annotation makes a claim, so the service has no Kubernetes tab.',
    },
    onComponent: {
      title: '{{key}} is on the wrong entity',
      sentence:
        'Its Component {{component}} lacks it, and so has no Kubernetes tab.',
    },
    shared: {
      title_one: '{{count, number}} workload is claimed by others, too',
      title_other: '{{count, number}} workloads are claimed by others, too',
      bearsName:
        'The claim of {{who}} finds the same and fits its name, so this one is to go.',
      undecided:
        'The claim of {{who}} finds the same. The owners have to agree whose it is.',
      unseen_one: 'an entity that you may not see',
      unseen_other: '{{count, number}} entities that you may not see',
    },
    kept: {
      title_one: 'The claim changed, and {{count, number}} workload did not',
      title_other: 'The claim changed, and {{count, number}} workloads did not',
      sentence:
        'What carries {{before}} is hidden. That was claimed until {{until}}.',
    },
    nothing: {
      title: 'Nothing matches the claim',
      sentence:
        'Every cluster that is asked was read, and no workload matches {{value}}.',
    },
    removed: {
      title_one: 'The workload of the service is gone',
      title_other: 'All {{count, number}} workloads of the service are gone',
      sentence:
        'The last of them was seen {{since}}. Now no workload matches {{value}}.',
    },
    elsewhere: {
      title_one: '{{count, number}} workload is outside the claimed place',
      title_other: '{{count, number}} workloads are outside the claimed place',
      alsoTitle_one:
        '{{count, number}} more workload is outside the claimed place',
      alsoTitle_other:
        '{{count, number}} more workloads are outside the claimed place',
      sentence:
        'The label stands in {{namespaces}} on {{clusters}}. {{key}} leaves that out.',
    },
    handedOver: {
      title_one:
        '{{count, number}} workload was handed over to another service',
      title_other:
        '{{count, number}} workloads were handed over to another service',
      taken_one: '{{count, number}} workload went to another service',
      taken_other: '{{count, number}} workloads went to another service',
      sentence: '{{workloads}} carried {{value}} before.',
    },
    odd: {
      title: 'The annotation {{key}} names nothing that runs',
      sentence_one:
        'Nothing carries {{value}}. {{count, number}} workload of the service carries {{found}}.',
      sentence_other:
        'Nothing carries {{value}}. {{count, number}} workloads of the service carry {{found}}.',
    },
    place: {
      namespace: {
        title: 'The annotation names no namespace',
        sentence:
          'No namespace can be called “{{value}}”, and a list is read as one name. So the Kubernetes tab is empty.',
      },
      missing: {
        title: 'Namespace {{value}} does not exist',
        elsewhere:
          'No cluster that is asked has it. What the claim finds is in {{namespaces}}.',
        before:
          'No cluster that is asked has it. The claim last found something {{time}}.',
        nowhere:
          'No cluster that is asked has it, so the Kubernetes tab is empty.',
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
        'The Kubernetes tab looks at the selector alone. {{count, number}} workload that carries the id is hidden.',
      hides_other:
        'The Kubernetes tab looks at the selector alone. {{count, number}} workloads that carry the id are hidden.',
      ignored:
        'The Kubernetes tab looks at the selector alone; the id does nothing.',
    },
  },
} as const;
