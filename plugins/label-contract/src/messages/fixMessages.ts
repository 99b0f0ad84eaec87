/** Words of what can be done. */
export const fixMessages = {
  fix: {
    tool: 'Show the fix as',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Not copied. Select the text and copy it.',
    copyTicket: 'Copy ticket text',
    command: 'Command',
    patch: 'Patch',
    or: 'Or: {{way}}',
    name: {
      setLabel: 'set the label on the cluster',
      patchForSeconds: 'direct patch, for seconds only',
      patchUntilSync: 'direct patch, until the next sync',
      patchUntilRelease: 'direct patch, until the next release',
      removeLabel: 'remove the label',
      removeAnnotation: 'remove the annotation',
      labelPods: 'label the pods as they run',
      restart: 'restart the pods',
      resume: 'resume the rollout',
      deletePods: 'delete the pods',
      recreate: 'recreate the {{kind}}',
      recreateWithDowntime: 'recreate the {{kind}}, with downtime',
      editAnnotations: 'change the catalog file of {{entity}}',
      relateCluster: 'relate {{entity}} to {{cluster}} in the catalog file',
      editConfig: 'change the configuration of the portal',
      grantRead: 'grant the right to read',
      sync: 'sync with {{manager}}',
      editSource: 'change it where {{manager}} takes it from',
      tell: 'tell {{owner}}',
      tellOwner: 'tell the owner',
    },
    how: {
      editAnnotations: 'Change it in the catalog file of {{entity}}',
      relateCluster: 'Add it to the catalog file of {{entity}}',
      editConfig: 'Add it to the app-config.yaml of the portal',
      sync: 'Bring back what {{manager}} has; the cluster has drifted from it',
      syncHeals:
        '{{manager}} has self-heal on and brings this back within seconds. Where it does not, sync it and see why',
      syncByHand:
        '{{manager}} has self-heal off, so this stays until somebody syncs it',
      release:
        'Install {{manager}} again as it is; the cluster has drifted from it.',
      repair:
        'The cluster has drifted from what {{manager}} writes. It has to bring it back itself; see why it does not.',
      editSource: 'Change it where {{manager}} takes it from',
      thenSync: 'Change it where {{manager}} takes it from, then sync',
      thenRelease: 'Change it where {{manager}} takes it from, then upgrade',
      thenRecreate:
        'Change it where {{manager}} takes it from, then delete the {{kind}} so that it is created anew',
    },
    cost: {
      runOn: 'Run on {{cluster}}.',
      patchOf:
        'Merge patch of {{kind}} {{workload}} in {{namespace}} on {{cluster}}.',
      replaces_zero: 'Replaces no pods.',
      replaces_one: 'Replaces {{count, number}} pod.',
      replaces_other: 'Replaces {{count, number}} pods.',
      restartsNothing: 'Restarts nothing.',
      replacesPods: 'Replaces the pods.',
      resumes_zero: 'Lets the rollout go on.',
      resumes_one:
        'Lets the rollout go on, which replaces {{count, number}} pod.',
      resumes_other:
        'Lets the rollout go on, which replaces {{count, number}} pods.',
      deletes_zero: 'Deletes the pods; their controller makes new ones.',
      deletes_one:
        'Deletes {{count, number}} pod; its controller makes a new one.',
      deletes_other:
        'Deletes {{count, number}} pods; their controller makes new ones.',
      orphan: 'Its pods serve on, and the new one adopts them.',
      downtime:
        'Its pods go with it: nothing serves until the new ones are ready.',
      grants: 'Lets {{account}} read this, and nothing else.',
      grantsNobody:
        'Lets whom it is bound to read this, and nothing else. Bind it to the portal’s account.',
    },
    reverted: {
      withinSeconds: '{{manager}} takes this back within seconds.',
      atNextSync: '{{manager}} takes this back with its next sync.',
      atNextSyncOrSooner:
        '{{manager}} takes this back with its next sync, or within seconds where self-heal is on.',
      atNextRelease: '{{manager}} takes this back with its next release.',
    },
    manager: {
      argoCd: 'Argo CD application {{ref}}',
      helm: 'Helm release {{ref}}',
      flux: 'Flux {{ref}}',
      olm: 'OLM’s {{ref}}',
      operator: 'the operator of {{ref}}',
    },
  },
} as const;
