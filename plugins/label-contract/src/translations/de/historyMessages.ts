import type { historyMessages as english } from '../../messages/historyMessages';
import type { Wording } from '../Wording';

export const historyMessages: Wording<typeof english> = {
  history: {
    title: 'Verlauf',
    span_one: '{{count, number}} Tag',
    span_other: '{{count, number}} Tage',
    today: 'Heute, {{time}}',
    entered: '{{workload}} kam hinzu',
    enteredMany: '{{workloads, number}} Workloads kamen hinzu',
    left: '{{workload}} fiel weg',
    leftMany: '{{workloads, number}} Workloads fielen weg',
    created: 'Angelegt',
    deleted: 'Gelöscht',
    labelSet: 'Label auf {{is}} gesetzt ({{level}})',
    labelRemoved: 'Label entfernt ({{level}})',
    by: 'durch {{manager}}',
    byUnknown: 'durch wen, hält Kubernetes nicht fest',
    claimMade: 'Der Dienst beansprucht {{is}}',
    claimChanged: 'Der Anspruch wechselte von {{was}} zu {{is}}',
    claimDropped: 'Der Dienst beansprucht {{was}} nicht mehr',
    between: 'Zwischen {{from}} und {{to}}',
    nothing: 'Seit {{time}} ist nichts geschehen.',
    cut: 'Ältere Änderungen sind ausgelassen.',
    more: '{{others, number}} weitere zeigen',
    unavailable:
      'Der Verlauf lässt sich gerade nicht lesen. Der Bericht braucht ihn nicht.',
    loading: 'Verlauf wird geladen',
  },
  level: {
    object: 'Objekt',
    jobTemplate: 'Job-Template',
    podTemplate: 'Pod-Template',
    pods: 'Pods',
  },
};
