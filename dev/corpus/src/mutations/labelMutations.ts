import { Labels } from '@portal-operations/plugin-label-contract-common';
import { Fleet, FleetWorkload } from '../fleet/Fleet';
import { makeRevision } from '../fleet/kinds/makeDeployment';
import { refOf } from '../fleet/refOf';
import {
  addEntity,
  changeService,
  changeWorkload,
  claimantsOf,
  expectFor,
  isDrawn,
  isOfKind,
  mayBeRelabelled,
  isTaken,
  relabelJobTemplate,
  relabelObject,
  servicesAskingFor,
  templateLabelsOf,
  withLabel,
} from './changeFleet';
import { Mutated, Mutation, Target } from './Mutation';
import { forgetHistory, rollTemplate } from './rollTemplate';
import { typoOf } from './typoOf';

type OwnLevel = 'object' | 'job-template' | 'pod-template';

const defaultChange = {
  object: relabelObject,
  'job-template': relabelJobTemplate,
  'pod-template': rollTemplate,
} as const;

/** The labels of one level; undefined where a workload of that kind has no such level of its own. */
function labelsAt(level: OwnLevel, { top }: FleetWorkload): Labels | undefined {
  switch (level) {
    case 'object':
      return top.kind === 'Pod' ? undefined : top.labels;
    case 'job-template':
      return top.kind === 'CronJob' ? top.jobTemplateLabels : undefined;
    case 'pod-template':
      return top.kind === 'Pod' ? undefined : templateLabelsOf(top);
    default:
      return level satisfies never;
  }
}

/** The rule that speaks where one level lacks the label and another has it. */
function ruleOfMissing(level: OwnLevel, workload: FleetWorkload): string {
  if (level === 'object') {
    return 'label-on-object';
  }
  return isOfKind(workload, 'CronJob')
    ? 'label-on-every-cron-level'
    : 'label-on-pod-template';
}

/** One level of a workload is broken, the other still matches: there is no doubt whose it is. */
function breakLevel(options: {
  name: string;
  level: OwnLevel;
  /** The value that it gets; undefined removes the label. */
  value: (fleet: Fleet, target: Target) => string | undefined;
  change?: (workload: FleetWorkload, labels: Labels) => FleetWorkload;
  /** Kind of an entity that gets the name of the workload, without a claim. */
  namesake?: string;
  suits?: (workload: FleetWorkload, target: Target) => boolean;
}): Mutation {
  const { name, level, namesake, change = defaultChange[level] } = options;
  const { suits = () => true } = options;
  return {
    name,
    part: 'labels',
    level,
    // Once nobody claims the workload, it is that Component's own.
    needsQuietNamespace: namesake === 'Component',
    apply({ fleet, target }) {
      const { term } = target;
      const { uid } = target.workload.top;
      const value = options.value(fleet, target);
      const workload = fleet.workloads.find(({ top }) => top.uid === uid);
      const before = workload && labelsAt(level, workload);
      const isSuitable = value === undefined || !isTaken(fleet, value);
      if (
        !workload ||
        !before ||
        !isSuitable ||
        !mayBeRelabelled(fleet, workload, term) ||
        !suits(workload, target)
      ) {
        return undefined;
      }
      // A job template without labels gets its first, or there would be nothing to see.
      const labels = Object.keys(before).length ? before : { team: 'platform' };
      const broken = changeWorkload(fleet, uid, each =>
        change(each, withLabel(labels, term.key, value)),
      );
      return {
        fleet: namesake
          ? addEntity(broken, namesake, workload.top.name)
          : broken,
        expected: expectFor(claimantsOf(fleet, uid, term), {
          rule:
            value === undefined
              ? ruleOfMissing(level, workload)
              : 'label-matches-claim',
          subject: uid,
          severity: 'error',
          evidence: 'exact',
          owner: 'ops',
        }),
      };
    },
  };
}

const ownName = (_: Fleet, { workload }: Target) => workload.top.name;
const foreign = () => 'zebra-crossing';
const nothing = () => undefined;
const typo = (_: Fleet, { term }: Target) => typoOf(term.value);
const withoutHistory = (workload: FleetWorkload, labels: Labels) =>
  forgetHistory(rollTemplate(workload, labels));

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
    change: withoutHistory,
  }),
  breakLevel({
    name: 'own name on the template, of a service of one Deployment',
    level: 'pod-template',
    value: ownName,
    suits: (workload, { service }) =>
      isOfKind(workload, 'Deployment') && service.workloads.length === 1,
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
    name: 'foreign value on the template of a StatefulSet or DaemonSet',
    level: 'pod-template',
    value: foreign,
    suits: workload => isOfKind(workload, 'StatefulSet', 'DaemonSet'),
  }),
  breakLevel({
    name: 'foreign value on the template of a Rollout or DeploymentConfig',
    level: 'pod-template',
    value: foreign,
    suits: workload => isOfKind(workload, 'Rollout', 'DeploymentConfig'),
  }),
  breakLevel({
    name: 'foreign value on the template of a Job or ReplicaSet',
    level: 'pod-template',
    value: foreign,
    suits: workload => isOfKind(workload, 'Job', 'ReplicaSet'),
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
    suits: workload => !isOfKind(workload, 'CronJob'),
  }),
  breakLevel({
    name: 'no label on the template, no history',
    level: 'pod-template',
    value: nothing,
    change: withoutHistory,
    suits: workload => !isOfKind(workload, 'CronJob'),
  }),
  breakLevel({
    name: 'no label on the object',
    level: 'object',
    value: nothing,
  }),
  breakLevel({
    name: 'no label on the pod template of a CronJob',
    level: 'pod-template',
    value: nothing,
    suits: workload => isOfKind(workload, 'CronJob'),
  }),
  breakLevel({
    name: 'job template of a CronJob with other labels only',
    level: 'job-template',
    value: nothing,
  }),
  breakLevel({
    name: 'foreign value on the job template of a CronJob',
    level: 'job-template',
    value: foreign,
  }),
  breakLevel({
    name: 'foreign value on the template, still rolling out',
    level: 'pod-template',
    value: foreign,
    change: startRollout,
    suits: workload => isOfKind(workload, 'Deployment'),
  }),
  anotherEntitysValue('pod-template'),
  anotherEntitysValue('object'),
];

/** The controller has made the first pod of the new template, and the old ones still run. */
function startRollout(workload: FleetWorkload, labels: Labels): FleetWorkload {
  const { top, below } = workload;
  if (top.kind !== 'Deployment' || top.desiredReplicas === 0) {
    return rollTemplate(workload, labels);
  }
  const changed = {
    ...top,
    isPaused: false,
    templateLabels: labels,
    updatedReplicas: 1,
    replicas: top.desiredReplicas + 1,
  };
  // Further than any revision there is.
  const started = makeRevision({ top: changed, number: 9, labels, pods: 1 });
  return {
    ...workload,
    top: changed,
    below: [...below, ...started],
    runs: 'progressing',
  };
}

/** Whether one patch is all that it takes: the tab draws its kind, and nobody paused it. */
function isSteady(workload: FleetWorkload): boolean {
  const { top } = workload;
  return isDrawn(workload) && !('isPaused' in top && top.isPaused);
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
      const { uid, namespace } = workload.top;
      const before = labelsAt(level, workload);
      const others = fleet.services
        .flatMap(({ term: other }) => other ?? [])
        .filter(({ key, value }) => key === term.key && value !== term.value)
        .filter(other => servicesAskingFor(fleet, other, namespace).length > 0);
      if (
        others.length === 0 ||
        !isSteady(workload) ||
        !before ||
        !mayBeRelabelled(fleet, workload, term)
      ) {
        return undefined;
      }
      const other = random.pick(others);
      const newcomers = servicesAskingFor(fleet, other, namespace);
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
        // Whoever does not get it may have nothing then.
        hidden: [...claimantsOf(fleet, uid, term), ...newcomers].flatMap(each =>
          expectFor([each], {
            rule: 'claim-finds-workloads',
            subject: refOf(each),
            severity: 'warning',
            evidence: 'exact',
            owner: 'team',
          }),
        ),
      };
    },
  };
}
