import type { findingPanelMessages as english } from '../../messages/findingPanelMessages';
import type { Wording } from '../Wording';

export const findingPanelMessages: Wording<typeof english> = {
  toDo: {
    ops: 'Zu tun für den Betrieb',
    team: 'Zu tun für {{team}}',
    ownerless: 'Zu tun für das zuständige Team',
    catalog: 'Zu tun in der Katalogdatei',
    nobody: 'Zur Kenntnis',
    findings_one: '{{count, number}} Befund',
    findings_other: '{{count, number}} Befunde',
    state: 'Was bekannt ist',
  },
  severity: {
    error: 'Fehler',
    warning: 'Warnung',
    info: 'Hinweis',
  },
  evidence: {
    title: 'Warum er hierher gehört',
    exact: 'Beleg: eindeutig',
    strong: 'Beleg: stark',
    weak: 'Beleg: schwach',
    level: 'Trägt das Label des Dienstes: {{level}}',
    pods: '{{matching, number}} von {{of, number}} laufenden Pods tragen das Label des Dienstes',
  },
  ticket: {
    title: 'Ticket für {{team}}',
    ownerless: 'Ticket für das zuständige Team',
  },
};
