/** Words around the findings in the tab. */
export const findingPanelMessages = {
  toDo: {
    ops: 'To do for ops',
    team: 'To do for {{team}}',
    ownerless: 'To do for the owner',
    catalog: 'To do in the catalog file',
    nobody: 'For information',
    findings_one: '{{count, number}} finding',
    findings_other: '{{count, number}} findings',
    state: 'What is known',
  },
  severity: {
    error: 'Error',
    warning: 'Warning',
    info: 'Note',
  },
  evidence: {
    title: 'Why it belongs here',
    exact: 'evidence: exact',
    strong: 'evidence: strong',
    weak: 'evidence: weak',
    level: 'Its {{level}} carries the service’s label',
    pods: '{{matching, number}} of its {{of, number}} running pods carry the service’s label',
  },
  ticket: {
    title: 'Ticket for {{team}}',
    ownerless: 'Ticket for the owner',
  },
} as const;
