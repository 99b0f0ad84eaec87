/** Words that say who acts. */
export const deskMessages = {
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
  others: {
    forOne_one: '{{count, number}} more finding for {{desk}}',
    forOne_other: '{{count, number}} more findings for {{desk}}',
    forSeveral: '{{findings, number}} more findings: {{desks}}',
    desk: '{{findings, number}} for {{desk}}',
    note: 'Note: {{title}}.',
    notes: 'Note: {{title}}, and {{others, number}} more.',
  },
} as const;
