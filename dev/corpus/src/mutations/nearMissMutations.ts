import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { Fleet, FleetWorkload, minutesAgo, Term } from '../fleet/Fleet';
import {
  addEntity,
  changeService,
  changeWorkload,
  claimantsOf,
  expectFor,
  isDrawn,
  mayBeRelabelled,
  isTaken,
  relabelAll,
  remembers,
  withLabel,
} from './changeFleet';
import { ExpectedFinding, Mutation, Target } from './Mutation';
import { forgetHistory } from './rollTemplate';
import { typoOf } from './typoOf';

const PART_OF = 'app.kubernetes.io/part-of';
const NAME = 'app.kubernetes.io/name';

/** The truth of a workload of which no level matches any more. */
type Truth = Pick<ExpectedFinding, 'rule' | 'severity' | 'evidence'>;

interface NearMiss {
  readonly name: string;
  /** Key and value that all levels get instead; undefined where that cannot be done. */
  readonly label: (
    fleet: Fleet,
    target: Target,
  ) => { key: string; value: string | undefined } | undefined;
  /** Whether earlier revisions stay, which carry the claimed value. */
  readonly keepsHistory: boolean;
  /** Kind of an entity that gets the name of the workload, without a claim. */
  readonly namesake?: string;
  /** It is all that the service has; else another workload of it stands beside it, and stays right. */
  readonly isAlone?: boolean;
  /** Whether somebody remembers when all levels lost the label. */
  readonly isSeen?: boolean;
  /** What has to be found of others. */
  readonly alsoExpected?: (target: Target) => readonly ExpectedFinding[];
  /** What has to be found; undefined where too little speaks for it. */
  readonly truth: Truth | undefined;
}

/** All levels of one workload are broken, while another one of the service beside it stays right. */
function breakAllLevels(options: NearMiss): Mutation {
  const { name, keepsHistory, namesake, truth } = options;
  return {
    name,
    part: 'labels',
    level: 'both',
    needsQuietNamespace: true,
    apply({ fleet, target }) {
      const { term } = target;
      const { uid } = target.workload.top;
      const label = options.label(fleet, target);
      const claimants = claimantsOf(fleet, uid, term);
      const isSuitable =
        label !== undefined &&
        (label.key !== term.key
          ? label.value === term.value
          : label.value === undefined || !isTaken(fleet, label.value));
      if (
        !isSuitable ||
        !mayBeRelabelled(fleet, target.workload, term) ||
        !claimsById(target) ||
        claimants.length !== 1 ||
        (options.isAlone
          ? target.service.workloads.length !== 1
          : !hasSibling(fleet, target))
      ) {
        return undefined;
      }
      const change = (workload: FleetWorkload) => {
        const changed = relabelAll(workload, labels =>
          withLabel(
            withLabel(labels, term.key, undefined),
            label.key,
            label.value,
          ),
        );
        const known = keepsHistory ? changed : forgetHistory(changed);
        return options.isSeen ? withLoss(known, term) : known;
      };
      const changed = changeWorkload(fleet, uid, change);
      const isRemembered = changed.workloads.some(
        workload => workload.top.uid === uid && remembers(workload, term),
      );
      if (isRemembered !== keepsHistory) {
        return undefined;
      }
      const broken = namesake
        ? addEntity(changed, namesake, target.workload.top.name)
        : changed;
      // Only what certainly belongs to an entity counts for its health.
      const belongs = truth?.evidence === 'exact';
      return {
        fleet: belongs
          ? broken
          : changeService(broken, target.service, service => ({
              ...service,
              workloads: service.workloads.filter(each => each !== uid),
            })),
        expected: [
          ...(truth
            ? expectFor(claimants, { ...truth, subject: uid, owner: 'ops' })
            : []),
          ...(options.alsoExpected?.(target) ?? []),
        ],
      };
    },
  };
}

/** The label went, and a watch saw it. */
function withLoss(workload: FleetWorkload, term: Term): FleetWorkload {
  return {
    ...workload,
    changes: (['object', 'pod-template'] as const).map(level => ({
      level,
      key: term.key,
      was: term.value,
      between: { from: minutesAgo(80), to: minutesAgo(78) },
    })),
  };
}

function claimsById({ service, term }: Target): boolean {
  return (
    term.key === KUBERNETES_ID &&
    service.entity.metadata.annotations?.[KUBERNETES_ID] === term.value
  );
}

/** Whether another workload of the service, seen now, stands in the same namespace and cluster. */
function hasSibling(fleet: Fleet, target: Target): boolean {
  const { uid, cluster, namespace } = target.workload.top;
  return fleet.workloads.some(
    ({ top }) =>
      top.uid !== uid &&
      target.service.workloads.includes(top.uid) &&
      top.cluster === cluster &&
      top.namespace === namespace,
  );
}

/** Whether no other entity that claims something has a workload in the target's namespace. */
function isAlone(fleet: Fleet, { service, workload }: Target): boolean {
  const { cluster, namespace } = workload.top;
  const here = new Set(
    fleet.workloads
      .map(({ top }) => top)
      .filter(each => each.cluster === cluster && each.namespace === namespace)
      .map(({ uid }) => uid),
  );
  return fleet.services.every(
    other =>
      other.entity === service.entity ||
      // One that opted out keeps its claim, and its workloads are not known here.
      (other.claim !== 'opted-out' &&
        !other.workloads.some(uid => here.has(uid))),
  );
}

const exactly = (rule: string): Truth => ({
  rule,
  severity: 'error',
  evidence: 'exact',
});
const strongly = (rule: string): Truth => ({
  rule,
  severity: 'error',
  evidence: 'strong',
});

function isOfArgoCd({ top }: FleetWorkload): boolean {
  return top.manager?.tool === 'argo-cd';
}

function firstWord(name: string): string {
  return name.split('-')[0];
}

/** The workload's own name, where the service is alone and the name is of its family. */
function ownNameAlone(fleet: Fleet, target: Target) {
  const { name } = target.workload.top;
  return isAlone(fleet, target) &&
    firstWord(name) === firstWord(target.term.value)
    ? { key: target.term.key, value: name }
    : undefined;
}

/** Breaks that leave no level of a workload right: only signs say whose it is. */
export const nearMissMutations: readonly Mutation[] = [
  breakAllLevels({
    name: 'Ticket 1 on all levels, the old revision has the claim',
    label: (_, { term, workload }) => ({
      key: term.key,
      value: workload.top.name,
    }),
    keepsHistory: true,
    truth: exactly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'Ticket 1 on all levels, of a service of one workload',
    label: (_, { term, workload }) => ({
      key: term.key,
      value: workload.top.name,
    }),
    keepsHistory: true,
    isAlone: true,
    truth: exactly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'no label on any level, only the history knows',
    label: (_, { term }) => ({ key: term.key, value: undefined }),
    keepsHistory: false,
    isSeen: true,
    truth: exactly('label-present'),
  }),
  breakAllLevels({
    name: 'foreign value on all levels, only the history knows',
    label: (_, { term }) => ({ key: term.key, value: 'zebra-crossing' }),
    keepsHistory: false,
    isSeen: true,
    truth: exactly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'foreign value on all levels, the old revision has the claim',
    label: (_, { term }) => ({ key: term.key, value: 'zebra-crossing' }),
    keepsHistory: true,
    truth: exactly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'no label on any level, the old revision has the claim',
    label: (_, { term }) => ({ key: term.key, value: undefined }),
    keepsHistory: true,
    truth: exactly('label-present'),
  }),
  breakAllLevels({
    name: 'value in capitals on all levels',
    label: (_, { term }) => ({
      key: term.key,
      value: term.value.toLocaleUpperCase('en'),
    }),
    keepsHistory: false,
    truth: exactly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'other separators on all levels',
    label: (_, { term }) =>
      term.value.includes('-')
        ? { key: term.key, value: term.value.replaceAll('-', '_') }
        : undefined,
    keepsHistory: false,
    truth: exactly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'misspelt key on all levels',
    label: (_, { term }) => ({
      key: 'backstage.io/kubernetes_id',
      value: term.value,
    }),
    keepsHistory: false,
    truth: exactly('label-key-spelled'),
  }),
  breakAllLevels({
    name: 'typo on all levels',
    label: (_, { term }) => {
      const value = typoOf(term.value);
      return value === undefined ? undefined : { key: term.key, value };
    },
    keepsHistory: false,
    truth: strongly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'plural on all levels',
    label: (_, { term }) =>
      /[^s]$/.test(term.value) && !/[0-9hxyz]$/.test(term.value)
        ? { key: term.key, value: `${term.value}s` }
        : undefined,
    keepsHistory: false,
    truth: strongly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'own name on all levels, no other claim in the namespace',
    label: ownNameAlone,
    keepsHistory: false,
    truth: strongly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'own name on all levels, which is also that of an API',
    label: ownNameAlone,
    namesake: 'API',
    keepsHistory: false,
    truth: strongly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'own name on all levels, which is also that of a Component without a claim',
    label: (fleet, target) =>
      isDrawn(target.workload) ? ownNameAlone(fleet, target) : undefined,
    namesake: 'Component',
    keepsHistory: false,
    // It may be its own, and then it lacks a claim.
    alsoExpected: ({ workload }) => {
      const ref = `component:default/${workload.top.name}`;
      return [
        {
          entityRef: ref,
          subject: ref,
          rule: 'claim-present',
          severity: 'error',
          evidence: 'exact',
          owner: 'catalog',
        },
      ];
    },
    truth: undefined,
  }),
  breakAllLevels({
    name: 'no label on any level, but a recommended one with the claimed value',
    // With a name of its own it may be a part that was left out on purpose, as a chart's database is.
    label: (_, { term, workload }) =>
      NAME in workload.top.labels
        ? undefined
        : { key: PART_OF, value: term.value },
    keepsHistory: false,
    truth: { rule: 'label-present', severity: 'warning', evidence: 'strong' },
  }),
  breakAllLevels({
    name: 'foreign value on all levels, no history (nothing speaks for it)',
    label: (_, { term }) => ({ key: term.key, value: 'zebra-crossing' }),
    keepsHistory: false,
    truth: undefined,
  }),
  breakAllLevels({
    name: 'no label on any level, no history (nothing speaks for it)',
    label: (_, { term }) => ({ key: term.key, value: undefined }),
    keepsHistory: false,
    truth: undefined,
  }),
  breakAllLevels({
    name: 'twin of another environment on all levels (only a hint)',
    label: (_, { term, workload }) =>
      isOfArgoCd(workload)
        ? undefined
        : { key: term.key, value: `${term.value}-staging` },
    keepsHistory: false,
    truth: undefined,
  }),
  breakAllLevels({
    name: 'twin of another environment on all levels, in the same Argo CD application',
    label: (_, { term, workload }) =>
      isOfArgoCd(workload)
        ? { key: term.key, value: `${term.value}-staging` }
        : undefined,
    keepsHistory: false,
    truth: strongly('label-matches-claim'),
  }),
  breakAllLevels({
    name: 'another number on all levels (only a hint)',
    label: (_, { term }) =>
      /-[0-9]$/.test(term.value)
        ? { key: term.key, value: term.value.replace(/[0-9]$/, '7') }
        : undefined,
    keepsHistory: false,
    truth: undefined,
  }),
];
