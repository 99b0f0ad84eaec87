/** Words about clusters: how fresh they are, and what keeps them from being read. */
export const clusterMessages = {
  access: {
    unreachable: '{{cluster}} does not answer',
    unauthorized: '{{cluster}} refuses the portal’s credentials',
    forbidden: 'The portal may not read everything on {{cluster}}',
    notServed: '{{cluster}} does not serve what has to be read',
    noBackgroundAccess: '{{cluster}} cannot be read in the background',
    forbiddenKinds: 'The portal may not read {{kinds}} on {{cluster}}',
    forbiddenKindsToTab:
      'The Kubernetes tab may not read {{kinds}} on {{cluster}}',
    unansweredKinds: '{{cluster}} does not answer for {{kinds}}',
    notServedKinds: '{{cluster}} does not serve {{kinds}}',
    sentence: {
      unreachable:
        'What was known of it is kept, and nothing new is learned until it answers.',
      unanswered: 'What was known of them is kept. Everything else is live.',
      refused: 'It answers 401: the token has run out, or was taken back.',
      needsUser:
        'The Kubernetes tab asks it with the credential of whoever looks. To watch it, the portal needs an account there.',
      forbidden:
        'Its account gets 403: it lacks the right to list and watch them.',
      forbiddenToTab:
        'The label contract reads it with an account of its own, and misses nothing. The account of the tab lacks the right to list them.',
      notServed:
        'It answers 404, and the Kubernetes plugin is configured to ask for it.',
    },
    since: 'Since {{time}}',
    sinceByOwnAccount:
      'Since {{time}}, seen with the account of the label contract; the tab signs in otherwise',
    sinceByOwnAccountOf:
      'Since {{time}}, seen with the account of the label contract; the tab uses {{authProvider}}',
    lastKnown: 'It spoke last at {{time}}. What was known then is still shown.',
  },
  fresh: {
    asOf: 'As of {{age}}',
    asOfExcept: 'As of {{age}}, except {{clusters}}',
    notReached: '{{cluster}} not reached since {{time}}',
    notReadable: '{{cluster}} not readable since {{time}}',
    lastReport: 'Last report {{age}}',
    firstRead: 'First read under way',
  },
  clusters: {
    allLive_one: '{{count, number}} cluster, live',
    allLive_other: '{{count, number}} clusters, all live',
    none: '0 clusters configured',
    live: '{{clusters}} live',
    partly: '{{clusters}} live in part',
    syncing: '{{clusters}}: first read under way',
  },
  time: {
    secondsAgo: '{{seconds}} s ago',
    minutesAgo: '{{minutes}} min ago',
  },
} as const;
