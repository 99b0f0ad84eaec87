import type { cardMessages as english } from '../../messages/cardMessages';
import type { Wording } from '../Wording';

export const cardMessages: Wording<typeof english> = {
  card: {
    title: 'Label-Vertrag',
    loading: 'Bericht wird geladen',
    openTab: 'Label-Vertrag öffnen',
    announcement:
      'Vertrag: {{contract}}. {{contractDetail}}. Zustand: {{health}}. {{healthDetail}}.',
  },
  ignored: {
    title: 'Absichtlich ignoriert',
    sentence:
      'In der Katalogdatei steht {{annotation}}. Es wird nichts geprüft, daher ist hier nichts grün.',
    link: 'Katalogdatei ansehen',
  },
  forbidden: {
    title: 'Kein Zugriff auf diesen Bericht',
    sentence:
      'Ihrer Rolle fehlt die Berechtigung {{permission}}. Die Administratoren des Portals helfen weiter.',
    limit: 'Über den Dienst selbst sagt das nichts aus.',
  },
  notFound: {
    title: 'Zu diesem Katalogeintrag gibt es keinen Bericht',
    sentence:
      'Das Backend des Label-Vertrags findet {{entity}} nicht, oder der Katalogeintrag ist für Sie nicht sichtbar.',
  },
  failed: {
    title: 'Der Bericht lässt sich nicht aktualisieren',
    titleWithoutLast: 'Der Bericht lässt sich nicht laden',
    status: 'Das Backend des Label-Vertrags antwortet mit {{status}}.',
    noAnswer: 'Das Backend des Label-Vertrags antwortet nicht.',
    lastShown: 'Zu sehen ist der letzte Bericht.',
    again: 'Erneut versuchen',
  },
  notDeployed: {
    detail: 'Noch nicht deployt',
    sentence: 'Noch trägt kein Workload das Label dieses Dienstes.',
    expected:
      'Das ist zu erwarten, solange der Lebenszyklus {{lifecycle}} ist.',
    how: 'Die Workloads und ihre Pod-Templates brauchen das Label',
    deploy: 'Mit einer Vorlage deployen',
    howSelector:
      'Die Workloads und ihre Pod-Templates brauchen Labels, auf die dieser Selektor passt',
  },
  noClaim: {
    detail: 'Kein Anspruch',
    sentence:
      'Die Katalogdatei sagt nicht, welche Workloads zu diesem Dienst gehören. Daher hat er keinen Kubernetes-Tab.',
    how: 'Diese Annotation sagt es; die Workloads brauchen ein Label mit demselben Wert',
  },
};
