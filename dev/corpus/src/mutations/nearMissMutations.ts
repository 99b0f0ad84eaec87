import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { Fleet, FleetWorkload } from '../fleet/Fleet';
import {
  addEntity,
  changeService,
  changeWorkload,
  claimantsOf,
  expectFor,
  forgetHistory,
  isSettled,
  isTaken,
  relabelObject,
  rollTemplate,
  withLabel,
} from './changeFleet';
import { ExpectedFinding, Mutation, Target } from './Mutation';
import { typoOf } from './typoOf';

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
      const { uid } = target.workload.deployment;
      const label = options.label(fleet, target);
      const claimants = claimantsOf(fleet, uid, term);
      const isSuitable =
        label !== undefined &&
        (label.key !== term.key
          ? label.value === term.value
          : label.value === undefined || !isTaken(fleet, label.value));
      if (
        !isSuitable ||
        !isSettled(target.workload) ||
        !claimsById(target) ||
        claimants.length !== 1 ||
        !hasCompanion(fleet, target)
      ) {
        return undefined;
      }
      const change = (workload: FleetWorkload) => {
        const { deployment } = workload;
        const bare = withLabel(deployment.labels, term.key, undefined);
        const labels = withLabel(bare, label.key, label.value);
        const changed = rollTemplate(relabelObject(workload, labels), labels);
        return keepsHistory ? changed : forgetHistory(changed);
      };
      const changed = changeWorkload(fleet, uid, change);
      const broken = namesake
        ? addEntity(changed, namesake, target.workload.deployment.name)
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
        expected: truth
          ? expectFor(claimants, { ...truth, subject: uid, owner: 'ops' })
          : [],
      };
    },
  };
}

function claimsById({ service, term }: Target): boolean {
  return (
    term.key === KUBERNETES_ID &&
    service.entity.metadata.annotations?.[KUBERNETES_ID] === term.value
  );
}

/** Whether another workload of the service, seen now, stands in the same namespace and cluster. */
function hasCompanion(fleet: Fleet, target: Target): boolean {
  const { uid, cluster, namespace } = target.workload.deployment;
  return fleet.workloads.some(
    ({ deployment }) =>
      deployment.uid !== uid &&
      target.service.workloads.includes(deployment.uid) &&
      deployment.cluster === cluster &&
      deployment.namespace === namespace,
  );
}

/** Whether no other entity that claims something has a workload in the target's namespace. */
function isAlone(fleet: Fleet, { service, workload }: Target): boolean {
  const { cluster, namespace } = workload.deployment;
  const here = new Set(
    fleet.workloads
      .map(({ deployment }) => deployment)
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

function firstWord(name: string): string {
  return name.split('-')[0];
}

/** The workload's own name, where the service is alone and the name is of its family. */
function ownNameAlone(fleet: Fleet, target: Target) {
  const { name } = target.workload.deployment;
  return isAlone(fleet, target) &&
    firstWord(name) === firstWord(target.term.value)
    ? { key: target.term.key, value: name }
    : undefined;
}

/** Breaks that leave no level of a workload right: only signs say whose it is. */
export const nearMissMutations: readonly Mutation[] = [
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
    name: 'own name on all levels, which is also that of a Component (it may be its own)',
    label: ownNameAlone,
    namesake: 'Component',
    keepsHistory: false,
    truth: undefined,
  }),
  breakAllLevels({
    name: 'no label on any level, but a recommended one with the claimed value',
    label: (_, { term }) => ({
      key: 'app.kubernetes.io/part-of',
      value: term.value,
    }),
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
    label: (_, { term }) => ({ key: term.key, value: `${term.value}-staging` }),
    keepsHistory: false,
    truth: undefined,
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
