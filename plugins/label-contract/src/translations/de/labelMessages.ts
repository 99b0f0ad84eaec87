import type { labelMessages as english } from '../../messages/labelMessages';
import type { Wording } from '../Wording';

export const labelMessages: Wording<typeof english> = {
  label: {
    hidden_zero: '{{workload}} hat keine sichtbaren Pods',
    hidden_one: '{{workload}} läuft, aber der Pod ist verborgen',
    hidden_other:
      '{{workload}} läuft, aber {{count, number}} Pods sind verborgen',
    hiddenJobs: '{{workload}}: Die Jobs sind verborgen',
    noRow: '{{workload}} hat keine Zeile im Kubernetes-Tab',
    inSelector: '{{workload}} hat das Label im Selektor',
    place: {
      jobTemplate: 'Job-Template',
      podTemplate: 'Pod-Template',
    },
    ownName_one:
      'Hier steht der eigene Name statt des Dienstnamens: {{places}}.',
    ownName_other:
      'Hier steht der eigene Name statt des Dienstnamens: {{places}}.',
    differs_one: 'Hier steht ein anderer Wert als im Katalog: {{places}}.',
    differs_other: 'Hier steht ein anderer Wert als im Katalog: {{places}}.',
    missingOnPodTemplate:
      'Das Label ist am Objekt ({{kind}}), aber nicht an seinem Pod-Template.',
    missingOnObject:
      'Das Label ist am Pod-Template, aber nicht am Objekt selbst ({{kind}}).',
    missingOnCronLevel:
      'Das Label fehlt an Stellen, von denen jeder Job und seine Pods ihres nehmen: {{places}}.',
    misspelt: 'Das Label heißt {{misspelt}} statt {{key}}.',
    annotation:
      '{{annotation}} ist hier eine Annotation. Gefunden wird nur, was es als Label trägt.',
    wasThere: 'Das Label des Dienstes war schon da; jetzt fehlt es.',
    notThere: 'Laut eigener Angabe Teil dieses Dienstes, aber ohne sein Label.',
    selectorStays:
      'Bei der Art {{kind}} ist der Selektor nicht änderbar. Das Label ändert sich also nur, wenn das Objekt neu angelegt wird.',
    held: {
      paused_one:
        'Das Pod-Template ist richtig. {{count, number}} Pod ist älter, und der Rollout pausiert.',
      paused_other:
        'Das Pod-Template ist richtig. {{count, number}} Pods sind älter, und der Rollout pausiert.',
      deadline_one:
        'Das Pod-Template ist richtig. {{count, number}} Pod ist älter, und die Frist des Rollouts ist abgelaufen.',
      deadline_other:
        'Das Pod-Template ist richtig. {{count, number}} Pods sind älter, und die Frist des Rollouts ist abgelaufen.',
      onDelete_one:
        'Das Pod-Template ist richtig. {{count, number}} Pod ist älter und wird erst ersetzt, wenn er gelöscht wird.',
      onDelete_other:
        'Das Pod-Template ist richtig. {{count, number}} Pods sind älter und werden erst ersetzt, wenn sie gelöscht werden.',
      partition_one:
        'Das Pod-Template ist richtig. {{count, number}} Pod ist älter, und die Partition der Aktualisierung hält ihn fest.',
      partition_other:
        'Das Pod-Template ist richtig. {{count, number}} Pods sind älter, und die Partition der Aktualisierung hält sie fest.',
      byHand_one:
        'Das Pod-Template ist richtig. Das Label von {{count, number}} Pod wurde am Pod selbst geändert.',
      byHand_other:
        'Das Pod-Template ist richtig. Die Labels von {{count, number}} Pods wurden an den Pods selbst geändert.',
    },
    companions: {
      one: '{{companion}} hat kein Label des Dienstes',
      several:
        '{{companions, number}} Objekte um {{workload}} haben kein Label',
      sentence:
        'Der Kubernetes-Tab führt {{companions}} nicht auf. {{workload}} selbst ist sichtbar.',
    },
    lost: {
      at: 'Verloren am {{time}}',
      between: 'Verloren zwischen {{from}} und {{to}}',
      by: '{{lost}}, durch {{manager}}',
      byNobody: '{{lost}}; durch wen, hält Kubernetes nicht fest',
      writtenBy: 'Geschrieben von {{manager}}',
    },
    kind: {
      notAskedFor: 'Der Kubernetes-Tab fragt nicht nach {{kinds}}',
      notDrawn: 'Der Kubernetes-Tab stellt {{kinds}} nicht dar',
      some_one: '{{workloads}}: Label richtig, nicht zu sehen.',
      some_other: '{{workloads}}: Labels richtig, nicht zu sehen.',
      nothing_one:
        '{{workloads}}: Label richtig, nicht zu sehen. Also ist vom Dienst nichts zu sehen.',
      nothing_other:
        '{{workloads}}: Labels richtig, nicht zu sehen. Also ist vom Dienst nichts zu sehen.',
    },
    is: 'Ist',
    shouldBe: 'Soll',
    absent: 'kein Label',
  },
};
