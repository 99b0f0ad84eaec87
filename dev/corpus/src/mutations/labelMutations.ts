import { Labels } from '@portal-operations/plugin-label-contract-common';
import { Fleet, FleetWorkload } from '../fleet/Fleet';
import { makeRevision } from '../fleet/makeWorkload';
import {
  addEntity,
  changeService,
  changeWorkload,
  claimantsOf,
  expectFor,
  forgetHistory,
  isSettled,
  isTaken,
  refOf,
  relabelObject,
  rollTemplate,
  servicesAskingFor,
  withLabel,
} from './changeFleet';
import { Mutated, Mutation, Target } from './Mutation';
import { typoOf } from './typoOf';

const defaultChange = {
  object: relabelObject,
  'pod-template': rollTemplate,
} as const;

/** One level of a workload is broken, the other still matches: there is no doubt whose it is. */
function breakLevel(options: {
  name: string;
  level: 'object' | 'pod-template';
  /** The value that it gets; undefined removes the label. */
  value: (fleet: Fleet, target: Target) => string | undefined;
  change?: (workload: FleetWorkload, labels: Labels) => FleetWorkload;
  /** Kind of an entity that gets the name of the workload, without a claim. */
  namesake?: string;
}): Mutation {
  const { name, level, namesake, change = defaultChange[level] } = options;
  const missing =
    level === 'object' ? 'label-on-object' : 'label-on-pod-template';
  return {
    name,
    part: 'labels',
    level,
    apply({ fleet, target }) {
      const { term } = target;
      const { uid } = target.workload.deployment;
      const value = options.value(fleet, target);
      const workload = fleet.workloads.find(
        ({ deployment }) => deployment.uid === uid,
      );
      const isSuitable = value === undefined || !isTaken(fleet, value);
      if (!workload || !isSuitable || !isSettled(workload)) {
        return undefined;
      }
      const before =
        level === 'object'
          ? workload.deployment.labels
          : workload.deployment.templateLabels;
      const broken = changeWorkload(fleet, uid, each =>
        change(each, withLabel(before, term.key, value)),
      );
      return {
        fleet: namesake
          ? addEntity(broken, namesake, workload.deployment.name)
          : broken,
        expected: expectFor(claimantsOf(fleet, uid, term), {
          rule: value === undefined ? missing : 'label-matches-claim',
          subject: uid,
          severity: 'error',
          evidence: 'exact',
          owner: 'ops',
        }),
      };
    },
  };
}

const ownName = (_: Fleet, { workload }: Target) => workload.deployment.name;
const foreign = () => 'zebra-crossing';
const nothing = () => undefined;
const typo = (_: Fleet, { term }: Target) => typoOf(term.value);

/** Breaks of one level of the labels, of a workload whose other level stays right. */
export const labelMutations: readonly Mutation[] = [
  breakLevel({
    name: 'Ticket 1: the template has the own name, the old revision the claim',
    level: 'pod-template',
    value: ownName,
  }),
  breakLevel({
    name: 'own name on the template, no history',
    level: 'pod-template',
    value: ownName,
    change: (workload, labels) => forgetHistory(rollTemplate(workload, labels)),
  }),
  breakLevel({
    name: 'own name on the template, which is also that of an API',
    level: 'pod-template',
    value: ownName,
    namesake: 'API',
  }),
  breakLevel({
    name: 'own name on the template, which is also that of a Component',
    level: 'pod-template',
    value: ownName,
    namesake: 'Component',
  }),
  breakLevel({
    name: 'own name on the object',
    level: 'object',
    value: ownName,
  }),
  breakLevel({
    name: 'foreign value on the template',
    level: 'pod-template',
    value: foreign,
  }),
  breakLevel({
    name: 'foreign value on the object',
    level: 'object',
    value: foreign,
  }),
  breakLevel({
    name: 'typo on the template',
    level: 'pod-template',
    value: typo,
  }),
  breakLevel({ name: 'typo on the object', level: 'object', value: typo }),
  breakLevel({
    name: 'empty value on the template',
    level: 'pod-template',
    value: () => '',
  }),
  breakLevel({
    name: 'no label on the template',
    level: 'pod-template',
    value: nothing,
  }),
  breakLevel({
    name: 'no label on the template, no history',
    level: 'pod-template',
    value: nothing,
    change: (workload, labels) => forgetHistory(rollTemplate(workload, labels)),
  }),
  breakLevel({
    name: 'no label on the object',
    level: 'object',
    value: nothing,
  }),
  breakLevel({
    name: 'foreign value on the template, still rolling out',
    level: 'pod-template',
    value: foreign,
    change: startRollout,
  }),
  anotherEntitysValue('pod-template'),
  anotherEntitysValue('object'),
];

/** The controller has made the first pod of the new template, and the old ones still run. */
function startRollout(workload: FleetWorkload, labels: Labels): FleetWorkload {
  const { deployment, revisions } = workload;
  if (deployment.desiredReplicas === 0) {
    return rollTemplate(workload, labels);
  }
  const changed = {
    ...deployment,
    templateLabels: labels,
    updatedReplicas: 1,
    replicas: deployment.desiredReplicas + 1,
  };
  const number = 1 + (revisions.at(-1)?.replicaSet.revision ?? 0);
  return {
    deployment: changed,
    revisions: [
      ...revisions,
      makeRevision({ deployment: changed, number, labels, pods: 1 }),
    ],
    runs: 'progressing',
  };
}

/**
 * One level belongs to one entity, the other to another. Nobody can tell whose workload it is, and the
 * tabs of both are wrong, so both are told.
 */
function anotherEntitysValue(level: 'object' | 'pod-template'): Mutation {
  return {
    name: `another entity's value on the ${
      level === 'object' ? 'object' : 'template'
    }`,
    part: 'labels',
    level,
    needsQuietNamespace: true,
    apply({ fleet, target, random }): Mutated | undefined {
      const { term, workload } = target;
      const { deployment } = workload;
      const { uid, namespace } = deployment;
      const others = fleet.services
        .flatMap(({ term: other }) => other ?? [])
        .filter(({ key, value }) => key === term.key && value !== term.value)
        .filter(other => servicesAskingFor(fleet, other, namespace).length > 0);
      if (others.length === 0 || !isSettled(workload)) {
        return undefined;
      }
      const other = random.pick(others);
      const newcomers = servicesAskingFor(fleet, other, namespace);
      const before =
        level === 'object' ? deployment.labels : deployment.templateLabels;
      const labels = withLabel(before, term.key, other.value);
      const broken = changeWorkload(fleet, uid, each =>
        defaultChange[level](each, labels),
      );
      return {
        fleet: newcomers.reduce(
          (result, newcomer) =>
            changeService(result, newcomer, service => ({
              ...service,
              workloads: [...service.workloads, uid],
            })),
          broken,
        ),
        expected: expectFor(
          [
            ...claimantsOf(fleet, uid, term),
            ...newcomers.filter(each => refOf(each) !== refOf(target.service)),
          ],
          {
            rule: 'label-matches-claim',
            subject: uid,
            severity: 'error',
            evidence: 'exact',
            owner: 'ops',
          },
        ),
      };
    },
  };
}
