import * as fc from 'fast-check';
import { KUBERNETES_ID } from '../annotations';
import { DeploymentFacts } from '../facts/DeploymentFacts';
import { Facts } from '../facts/Facts';
import { ManagerFacts } from '../facts/ManagerFacts';
import { ReplicaSetFacts } from '../facts/ReplicaSetFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { applyFixToFacts } from '../fix/applyFixToFacts';
import { Fix } from '../fix/Fix';
import { matchWorkload } from '../match/matchWorkload';
import { Selector } from '../selector/Selector';
import { anyFacts } from '../__testUtils__/arbitraryFacts';
import { anApplication } from '../testUtils/anApplication';
import { now } from '../testUtils/healthOf';
import {
  aDeployment,
  aPod,
  aReplicaSet,
  labelled,
  someFacts,
} from '../testUtils/someFacts';
import {
  aControllerRevision,
  aCronJob,
  aDaemonSet,
  aDeploymentConfig,
  aJob,
  aRollout,
  aStatefulSet,
} from '../testUtils/workloads';
import { checkWorkload } from './checkWorkload';
import { WorkloadFinding } from './Finding';

const CLAIMED = 'payments-platform';
const right = labelled(CLAIMED);
const wrong = labelled('payments-gateway');
const name = 'gateway';
const onDelete = { updateStrategy: 'OnDelete' } as const;

function claimOf(value: string, key: string = KUBERNETES_ID): Selector {
  return [{ operator: 'in', key, values: [value] }];
}

/** The finding about the labels of a workload; undefined where its labels are right. */
function labelFindingOf(
  workload: WorkloadFacts | undefined,
  facts: readonly Facts[],
  selector = claimOf(CLAIMED),
): WorkloadFinding | undefined {
  const view = someFacts({ facts });
  const matched =
    workload && matchWorkload({ workload, selector, facts: view });
  return matched
    ? checkWorkload({ workload: matched, now, facts: view }).find(({ rule }) =>
        /^(label|pods-follow)-/.test(rule),
      )
    : undefined;
}

function fixesOf(
  workload: WorkloadFacts,
  others: readonly Facts[] = [],
): readonly Fix[] {
  return labelFindingOf(workload, [workload, ...others])?.fixes ?? [];
}

/** The workload by the same name, after a fix. */
function sameIn(
  facts: readonly Facts[],
  { kind, namespace, cluster, name: wanted }: WorkloadFacts,
): WorkloadFacts | undefined {
  return facts.find(
    (fact): fact is WorkloadFacts =>
      fact.kind === kind &&
      fact.cluster === cluster &&
      fact.namespace === namespace &&
      fact.name === wanted,
  );
}

const levels = { labels: right, templateLabels: wrong };
const set = aStatefulSet({ name, ...levels });
const held = aStatefulSet({ name, ...levels, ...onDelete });
const partitioned = aStatefulSet({
  name,
  ...levels,
  desiredReplicas: 2,
  partition: 1,
});
const daemon = aDaemonSet({ name, ...levels });
const heldDaemon = aDaemonSet({ name, ...levels, ...onDelete });
const deployment = aDeployment({ name, ...levels });
const paused = aDeployment({ name, ...levels, isPaused: true });
const rollout = aRollout({ name, ...levels });
const config = aDeploymentConfig({
  name,
  ...levels,
  selectorKeys: ['app', KUBERNETES_ID],
});
const cronJob = aCronJob({ name, ...levels });
const cronJobThatInherits = aCronJob({
  name,
  ...levels,
  jobTemplateLabels: {},
});
const job = aJob({ name, labels: wrong, templateLabels: right });
const replicaSet = { ...aReplicaSet(deployment), controllerUid: undefined };
const bareSet = { ...replicaSet, labels: right };

/** A wrong label on every kind, and what the first fix does about it. */
const kinds: [string, WorkloadFacts, Facts[], Partial<Fix>][] = [
  [
    'Deployment',
    deployment,
    [aReplicaSet(deployment), aPod(aReplicaSet(deployment))],
    { kind: 'set-label', levels: ['pod-template'], replacesPods: 1 },
  ],
  [
    'paused Deployment',
    paused,
    [aReplicaSet(paused), aPod(aReplicaSet(paused))],
    { kind: 'set-label', replacesPods: 0 },
  ],
  ['Rollout', rollout, [], { kind: 'set-label', replacesPods: 1 }],
  ['DeploymentConfig', config, [], { kind: 'set-label', isSelected: true }],
  [
    'StatefulSet',
    set,
    [aControllerRevision(set), aPod(set, { name: 'gateway-0' })],
    { kind: 'set-label', replacesPods: 1 },
  ],
  [
    'StatefulSet with OnDelete',
    held,
    [aPod(held, { name: 'gateway-0' })],
    { kind: 'set-label', replacesPods: 0, pods: ['gateway-0'] },
  ],
  [
    'StatefulSet with a partition',
    partitioned,
    [
      aPod(partitioned, { name: 'gateway-0' }),
      aPod(partitioned, { name: 'gateway-1' }),
    ],
    { kind: 'set-label', replacesPods: 1, pods: ['gateway-0'] },
  ],
  ['DaemonSet', daemon, [aPod(daemon)], { kind: 'set-label', replacesPods: 1 }],
  [
    'DaemonSet with OnDelete',
    heldDaemon,
    [aPod(heldDaemon)],
    { kind: 'set-label', replacesPods: 0, pods: ['gateway-a'] },
  ],
  [
    'CronJob',
    cronJob,
    [aJob({ name: 'gateway-1' }, cronJob)],
    { kind: 'set-label', levels: ['job-template', 'pod-template'] },
  ],
  [
    'CronJob whose Jobs take the labels of its pods',
    cronJobThatInherits,
    [],
    { kind: 'set-label', levels: ['pod-template'] },
  ],
  [
    'Job',
    job,
    [aPod(job, { labels: wrong })],
    { kind: 'set-label', levels: ['object'], pods: ['gateway-a'] },
  ],
  [
    'ReplicaSet',
    bareSet,
    [aPod(bareSet)],
    {
      kind: 'set-label',
      levels: ['pod-template'],
      pods: [`${bareSet.name}-a`],
    },
  ],
];

describe('labelFixesOf', () => {
  it.each(kinds)(
    'puts a wrong label of a %s right in one go',
    (_, workload, others, fix) => {
      const facts = [workload, ...others];
      const finding = labelFindingOf(workload, facts);
      expect(finding?.rule).toBe('label-matches-claim');
      expect(finding?.fixes).toHaveLength(1);
      expect(finding?.fixes[0]).toMatchObject(fix);

      const [first] = finding?.fixes ?? [];
      const after = applyFixToFacts(first, facts);
      const left = labelFindingOf(sameIn(after, workload), after);
      // What is paused stays as it was, until somebody resumes it.
      expect(left?.rule).toBe(
        workload === paused ? 'pods-follow-template' : undefined,
      );
    },
  );

  it('offers no half of a fix where several labels are wrong', () => {
    const selector = [...claimOf(CLAIMED), ...claimOf('api', 'part')];
    const half = aDeployment({
      name,
      labels: { ...right, part: 'api' },
      templateLabels: { app: 'gateway' },
    });

    expect(labelFindingOf(half, [half], selector)?.fixes).toEqual([]);
  });

  it('says that the template of a Job cannot be changed', () => {
    const lost = aJob({ name, labels: right, templateLabels: wrong });
    const manager: ManagerFacts = { tool: 'argo-cd', ref: 'payments' };

    expect(fixesOf(lost)).toEqual([]);
    expect(fixesOf({ ...lost, manager })).toMatchObject([
      { kind: 'edit-source', levels: ['pod-template'], then: 'recreate' },
    ]);
  });
});

describe('labelFixesOf a workload whose selector names the label', () => {
  const selected = { ...levels, selectorKeys: ['app', KUBERNETES_ID] };
  const alone = { ...levels, selectorKeys: [KUBERNETES_ID] };

  it('makes it anew without the label in the selector', () => {
    const workload = aDeployment({ name, ...selected });
    const replicas = aReplicaSet(workload);
    const facts = [workload, replicas, aPod(replicas)];
    const [fix, ...others] = labelFindingOf(workload, facts)?.fixes ?? [];
    expect(others).toEqual([]);
    expect(fix).toMatchObject({
      kind: 'recreate-workload',
      levels: ['pod-template'],
      how: 'orphan',
    });
    expect(fix).not.toHaveProperty('selectBy');
    expect(fix).not.toHaveProperty('adopted');

    const after = applyFixToFacts(fix, facts);
    const anew = sameIn(after, workload);
    expect(anew).toMatchObject({ selectorKeys: ['app'] });
    expect(anew?.uid).not.toBe(workload.uid);
    expect(labelFindingOf(anew, after)).toBeUndefined();
    expect(after.filter(each => each.kind === 'Pod')).toHaveLength(1);
  });

  it('names the app where the selector would be empty, and labels what has to be adopted', () => {
    const workload = aDeployment({ name, ...alone });
    const [fix] = fixesOf(workload, [aReplicaSet(workload)]);

    expect(fix).toMatchObject({
      selectBy: { key: 'app', value: name },
      adopted: {
        kind: 'ReplicaSet',
        names: ['gateway-1'],
        labels: { app: name },
      },
      how: 'orphan',
    });
  });

  it('says that pods go where what has to be adopted is not known', () => {
    expect(fixesOf(aDeployment({ name, ...alone }))).toMatchObject([
      { kind: 'recreate-workload', how: 'downtime' },
    ]);
  });

  it.each([
    [aDaemonSet({ name, ...selected }), { adopted: { labels: right } }],
    [
      aStatefulSet({ name, ...selected, ...onDelete }),
      { adopted: { labels: right } },
    ],
    [
      aStatefulSet({ name, ...alone }),
      { adopted: { kind: 'Pod', labels: { app: name } } },
    ],
  ])('labels pods in place that would keep their label', (workload, fix) => {
    const facts = [workload, aPod(workload)];
    const [first] = fixesOf(workload, [aPod(workload)]);
    expect(first).toMatchObject({ kind: 'recreate-workload', ...fix });

    const after = applyFixToFacts(first, facts);
    expect(labelFindingOf(sameIn(after, workload), after)).toBeUndefined();
  });

  it('keeps any other label in the selector, with the value that it gets', () => {
    const workload = aDeployment({
      name,
      labels: { app: 'api' },
      templateLabels: { app: 'apo', tier: 'web' },
      selectorKeys: ['app', 'tier'],
    });
    const facts = [workload, aReplicaSet(workload)];

    expect(
      labelFindingOf(workload, facts, claimOf('api', 'app'))?.fixes,
    ).toMatchObject([
      {
        kind: 'recreate-workload',
        selectBy: { key: 'app', value: 'api' },
        adopted: { labels: { app: 'api' } },
      },
    ]);
  });

  it('patches the object where only that is wrong', () => {
    const workload = aDeployment({
      name,
      labels: wrong,
      templateLabels: right,
      selectorKeys: [KUBERNETES_ID],
    });

    expect(fixesOf(workload)).toMatchObject([
      { kind: 'set-label', levels: ['object'] },
    ]);
  });
});

describe('labelFixesOf a workload that a tool manages', () => {
  const managed = (manager: ManagerFacts, writer?: string) =>
    aDeployment({
      name,
      ...levels,
      manager,
      templateMarks: writer
        ? { labelManagers: { [KUBERNETES_ID]: writer } }
        : undefined,
    });
  const argoCd: ManagerFacts = { tool: 'argo-cd', ref: 'payments' };
  const helm: ManagerFacts = { tool: 'helm', ref: 'payments/gateway' };
  const flux: ManagerFacts = { tool: 'flux', ref: 'flux-system/apps' };
  const operator: ManagerFacts = { tool: 'operator', ref: 'Shop/main' };

  it.each<[ManagerFacts, string, string]>([
    [{ ...argoCd, selfHeals: true }, 'nothing', 'within-seconds'],
    [argoCd, 'sync', 'at-next-sync'],
    [helm, 'release', 'at-next-release'],
    [flux, 'nothing', 'within-seconds'],
    [{ tool: 'olm', ref: 'shop.v1' }, 'nothing', 'within-seconds'],
    [operator, 'nothing', 'within-seconds'],
  ])(
    'goes to the source first, and says when a patch is taken back: %j',
    (manager, then, when) => {
      expect(fixesOf(managed(manager))).toMatchObject([
        { kind: 'edit-source', manager, levels: ['pod-template'], then },
        { kind: 'set-label', reverted: { when, manager } },
      ]);
    },
  );

  it.each([
    [argoCd, 'argocd-controller', 'kubectl-patch'],
    [helm, 'helm', 'kubectl-edit'],
    [helm, 'terraform-provider-helm', 'Mozilla'],
    [flux, 'kustomize-controller', 'kubectl-client-side-apply'],
    [flux, 'helm-controller', 'kubectl-label'],
  ])('syncs what has drifted (%j)', (manager, itself, somebody) => {
    const kindsOf = (writer: string) =>
      fixesOf(managed(manager, writer)).map(({ kind }) => kind);

    expect(kindsOf(itself)).toEqual(['edit-source', 'set-label']);
    expect(kindsOf(somebody)).toEqual(['sync', 'edit-source', 'set-label']);
  });

  it('knows no field manager of an operator', () => {
    expect(fixesOf(managed(operator, 'kubectl-patch'))).toMatchObject([
      { kind: 'edit-source' },
      { kind: 'set-label' },
    ]);
  });

  it('syncs nothing where a level lacks the label, for no sync would bring it', () => {
    const halfDrifted = aDeployment({
      name,
      labels: wrong,
      marks: { labelManagers: { [KUBERNETES_ID]: 'kubectl-patch' } },
      manager: argoCd,
    });
    const replicas = aReplicaSet(halfDrifted);
    const [first] = fixesOf(halfDrifted, [
      replicas,
      aPod(replicas, { labels: right }),
    ]);

    expect(first).toMatchObject({ kind: 'edit-source' });
  });

  it('says by its Application when Argo CD takes a patch back', () => {
    const whenOf = (selfHeals: boolean) =>
      fixesOf(managed(argoCd), [anApplication({ selfHeals })]);

    expect(whenOf(true)).toMatchObject([
      { kind: 'edit-source', manager: { selfHeals: true }, then: 'nothing' },
      { kind: 'set-label', reverted: { when: 'within-seconds' } },
    ]);
    expect(whenOf(false)).toMatchObject([
      { kind: 'edit-source', manager: { selfHeals: false }, then: 'sync' },
      { kind: 'set-label', reverted: { when: 'at-next-sync' } },
    ]);
  });

  it('syncs a label that is gone where Argo CD says that the workload differs from its source', () => {
    const without = aDeployment({
      name,
      labels: right,
      templateLabels: {},
      manager: argoCd,
    });
    const kindsOf = (outOfSync?: string[]) =>
      fixesOf(without, [anApplication({ outOfSync })]).map(({ kind }) => kind);

    expect(kindsOf([`Deployment:payments-team/${name}`])).toEqual([
      'sync',
      'edit-source',
      'set-label',
    ]);
    expect(kindsOf(['Deployment:payments-team/api'])).toEqual([
      'edit-source',
      'set-label',
    ]);
    expect(kindsOf()).toEqual(['edit-source', 'set-label']);
  });

  it('syncs nothing that Argo CD takes for equal, or wrote itself', () => {
    const kindsOf = (writer: string, outOfSync: string[]) =>
      fixesOf(managed(argoCd, writer), [anApplication({ outOfSync })]).map(
        ({ kind }) => kind,
      );
    const itself = `Deployment:payments-team/${name}`;

    expect(kindsOf('kubectl-patch', [itself])).toContain('sync');
    expect(kindsOf('kubectl-patch', [])).not.toContain('sync');
    expect(kindsOf('argocd-controller', [itself])).not.toContain('sync');
  });

  it('says that the selector keeps the source from being applied', () => {
    expect(
      fixesOf({ ...managed(argoCd), selectorKeys: ['app', KUBERNETES_ID] }),
    ).toMatchObject([
      { kind: 'edit-source', then: 'recreate' },
      { kind: 'recreate-workload', reverted: { when: 'at-next-sync' } },
    ]);
  });
});

describe('the fixes of pods that are left behind', () => {
  const kept = { labels: right, templateLabels: right };
  const pausedNow = aDeployment({ name, ...kept, isPaused: true });
  const late = aDeployment({
    name,
    ...kept,
    progressFailure: 'ProgressDeadlineExceeded',
  });
  const below = aStatefulSet({ name, ...kept, partition: 1 });
  const earlierOf = (owner: DeploymentFacts) =>
    aReplicaSet(owner, { labels: wrong, templateLabels: wrong });

  it.each<[WorkloadFacts, ReplicaSetFacts[], Fix['kind'][]]>([
    [pausedNow, [earlierOf(pausedNow)], ['roll-pods']],
    [late, [earlierOf(late)], ['roll-pods']],
    [
      aStatefulSet({ name, ...kept, ...onDelete }),
      [],
      ['label-pods', 'roll-pods'],
    ],
    [
      aDaemonSet({ name, ...kept, ...onDelete }),
      [],
      ['label-pods', 'roll-pods'],
    ],
    [below, [], ['label-pods']],
    [{ ...bareSet, ...kept }, [], ['label-pods', 'roll-pods']],
  ])('each bring it to them', (workload, revisions, kindsOfFixes) => {
    const [owner = workload] = revisions;
    if (owner.kind === 'Pod') {
      throw new Error('A pod has no pods');
    }
    const pod = aPod(owner, { name: 'gateway-0', labels: wrong });
    const facts = [workload, ...revisions, pod];
    const finding = labelFindingOf(workload, facts);
    expect(finding?.rule).toBe('pods-follow-template');
    expect(finding?.fixes.map(({ kind }) => kind)).toEqual(kindsOfFixes);

    for (const fix of finding?.fixes ?? []) {
      const after = applyFixToFacts(fix, facts);
      expect(labelFindingOf(sameIn(after, workload), after)).toBeUndefined();
    }
  });

  it('leave a pod below the partition as it was, however often it is deleted', () => {
    const pod = aPod(below, { name: 'gateway-0', labels: wrong });
    const after = applyFixToFacts(
      {
        kind: 'roll-pods',
        workload: { ...below },
        how: 'delete-pods',
        pods: ['gateway-0'],
      },
      [below, pod],
    );

    expect(after[1]).toMatchObject({ name: 'gateway-0', labels: wrong });
  });
});

describe('the fixes of all findings about labels', () => {
  it('silence their rule, whatever the cluster holds', () => {
    const silenced = new Set<string>();
    fc.assert(
      fc.property(anyFacts, facts => {
        const view = someFacts({ facts });
        const selector = claimOf(CLAIMED);
        for (const workload of view.workloadsMatching(selector)) {
          const finding = labelFindingOf(workload, facts);
          // What is in a source, and a sync would bring, is not known.
          const known = finding?.fixes.filter(({ kind }) => kind !== 'sync');
          for (const fix of known ?? []) {
            const after = applyFixToFacts(fix, facts);
            const left = labelFindingOf(sameIn(after, workload), after);
            expect(left?.rule).not.toBe(finding?.rule);
            silenced.add(fix.kind);
          }
        }
      }),
      { numRuns: 1_000 },
    );

    // Else it would prove nothing.
    expect([...silenced]).toEqual(
      expect.arrayContaining(['set-label', 'edit-source', 'recreate-workload']),
    );
  });
});
