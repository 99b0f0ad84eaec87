import type { deskMessages as english } from '../../messages/deskMessages';
import type { Wording } from '../Wording';

export const deskMessages: Wording<typeof english> = {
  desk: {
    ops: 'Für den Betrieb',
    team: 'Für {{team}}',
    ownerless: 'Für das zuständige Team',
    catalog: 'Für die Katalogdatei',
    nobody: 'Zur Kenntnis',
    opsShort: 'Betrieb',
    ownerlessShort: 'zuständiges Team',
    catalogShort: 'Katalogdatei',
    nobodyShort: 'zur Kenntnis',
  },
  others: {
    forOne_one: '{{count, number}} weiterer Befund ({{desk}})',
    forOne_other: '{{count, number}} weitere Befunde ({{desk}})',
    forSeveral: '{{findings, number}} weitere Befunde ({{desks}})',
    desk: '{{desk}}: {{findings, number}}',
    note: 'Hinweis: {{title}}.',
    notes: 'Hinweis: {{title}}, und {{others, number}} weitere.',
  },
};
