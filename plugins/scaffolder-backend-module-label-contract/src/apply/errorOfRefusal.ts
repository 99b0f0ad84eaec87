import {
  AuthenticationError,
  ConflictError,
  CustomErrorBase,
  ForwardedError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { TEAM } from '../manifests/ownershipLabels';
import type { Right } from './ClusterClient';
import type { ObjectName, Refusal } from './Refusal';

/** The ClusterRole of `install/rbac` that holds the rights of the actions that write. */
const SCAFFOLDER_ROLE = 'rhdh-scaffolder';

/** The ClusterRole of `install/rbac/options` that holds the rights to remove a service; no other lets delete. */
export const REMOVAL_ROLE = 'rhdh-scaffolder-remove';

/** The Role of `install/rbac/options` that holds the rights on Applications, in the namespace of Argo CD. */
export const GITOPS_ROLE = 'rhdh-scaffolder-gitops';

/** What was asked for is legal and was tried, and did not come to be. */
export class StepFailedError extends CustomErrorBase {
  readonly name = 'StepFailedError';
}

/** Where a step stood when it was refused. */
export interface StepState {
  /** Name of the cluster. */
  cluster: string;
  /** What exists by now because of this run or an earlier one; each with its state in words. */
  exists: readonly string[];
  /** What a step that removes has removed by now; undefined for a step that writes. */
  removed?: readonly string[];
  /** A command that removes what exists; undefined where there is nothing of ours to remove. */
  removal?: string;
}

/**
 * The error that the person who started the task reads: what was refused and by whom, with field and
 * cure; then what exists now, how to continue and how to remove it.
 */
export function errorOfRefusal(refusal: Refusal, state: StepState): Error {
  const message = [
    sentenceOf(refusal, state.cluster),
    ...describeState(state),
  ].join(' ');

  switch (refusal.kind) {
    case 'credentials-refused':
      return new AuthenticationError(message);
    case 'right-missing':
    case 'rights-missing':
    case 'admission-refused':
    case 'pod-would-be-refused':
    case 'quota-exceeded':
      return new NotAllowedError(message);
    case 'unreachable':
      return new ServiceUnavailableError(message);
    case 'namespace-missing':
    case 'kind-not-served':
      return new NotFoundError(message);
    case 'owned-by-other':
    case 'owned-by-nobody':
    case 'namespace-terminating':
    case 'fields-held':
    case 'changed-meanwhile':
    case 'managed-by-gitops':
      return new ConflictError(message);
    case 'object-refused':
      return new InputError(message);
    default:
      return new StepFailedError(message);
  }
}

/**
 * An unforeseen error, with the same account of what exists.
 */
export function errorOfSurprise(cause: unknown, state: StepState): Error {
  return new ForwardedError(describeState(state).join(' '), cause);
}

function describeState({ exists, removed, removal }: StepState): string[] {
  if (removed) {
    return [
      removed.length === 0
        ? 'Nothing is gone yet.'
        : `Gone by now: ${removed.join(', ')}.`,
      ...(exists.length > 0
        ? [`What still exists: ${exists.join(', ')}.`]
        : []),
      'To continue: start over with the same values once the cause is gone.',
      ...(removal ? [`To remove the rest by hand: \`${removal}\`.`] : []),
    ];
  }
  if (exists.length === 0) {
    return ['Nothing was written by this step.'];
  }
  return [
    `What exists now: ${exists.join(', ')}.`,
    'To continue: start over with the same values once the cause is gone; what exists is kept.',
    ...(removal ? [`To remove it: \`${removal}\`.`] : []),
  ];
}

function sentenceOf(refusal: Refusal, cluster: string): string {
  switch (refusal.kind) {
    case 'credentials-refused':
      return (
        `cluster: '${cluster}' does not accept the portal's credentials (401). ` +
        'Ask the platform team to renew the token of the portal’s ServiceAccount.'
      );
    case 'right-missing':
      return (
        `cluster: '${cluster}' does not let the portal ${
          refusal.verb
        } ${describeResource({
          resource: refusal.resource,
          group: refusal.apiGroup,
        })} (403). ` +
        `Ask the platform team to add the verb '${
          refusal.verb
        }' to the ClusterRole ${
          refusal.verb === 'delete' ? REMOVAL_ROLE : SCAFFOLDER_ROLE
        }, or to bind it.`
      );
    case 'rights-missing':
      return (
        `cluster: '${cluster}' does not let the portal ${refusal.rights
          .map(({ verb, ...right }) => `${verb} ${describeResource(right)}`)
          .join(', ')}. ` +
        `Ask the platform team to add ${describeVerbs(refusal.rights)} to the ${
          refusal.role === GITOPS_ROLE ? 'Role' : 'ClusterRole'
        } ${refusal.role ?? SCAFFOLDER_ROLE}, or to bind it.`
      );
    case 'kind-not-served':
      return (
        `cluster: '${cluster}' does not know the kind ${refusal.of} (${refusal.apiVersion}). ` +
        'Choose another one, or leave it out.'
      );
    case 'pod-would-be-refused':
      return (
        `'${cluster}' would refuse the pods of ${describeObject(
          refusal.object,
        )}: ${refusal.message}. ` +
        'Ask for less or change the pods, or ask ops about this rule or quota.'
      );
    case 'quota-exceeded':
      return (
        `'${cluster}' has no room for all pods of ${describeObject(
          refusal.object,
        )}: ${refusal.shortfalls
          .map(
            ({ quota, resource, hard, used, needed }) =>
              `quota ${quota} allows ${resource}=${hard}, of which ${used} is used, and ${needed} more is needed`,
          )
          .join('; ')}. ` +
        'Ask for less (replicas, resources), or ask ops to raise the quota.'
      );
    case 'admission-refused':
      return `'${cluster}' refused the request: ${refusal.message}. Ask the platform team about this rule or quota.`;
    case 'unreachable':
      return (
        `cluster: '${cluster}' does not answer (${refusal.message}). ` +
        'Try again later, or ask the platform team whether the cluster is up.'
      );
    case 'namespace-terminating':
      return (
        `namespace: '${refusal.namespace}' is being deleted on ${cluster}. ` +
        'Wait until it is gone and start over, or choose another name.'
      );
    case 'namespace-missing':
      return (
        `namespace: '${refusal.namespace}' does not exist on ${cluster}. ` +
        'Create it first, with the action label-contract:namespace:create.'
      );
    case 'owned-by-other':
      return (
        `${subjectOf(refusal.object)} on ${cluster} belongs to ${
          refusal.owner
        }, not to ${refusal.team}. ` +
        `Choose another name, or ask ${
          refusal.owner
        } to hand it over: \`${labelCommand(
          refusal.object,
          refusal.team,
        )} --overwrite\`.`
      );
    case 'owned-by-nobody':
      return (
        `${subjectOf(
          refusal.object,
        )} exists on ${cluster} and was not made by this portal (${describeManagers(
          refusal.managers,
        )}). ` +
        `Choose another name, or if it is ${
          refusal.team
        }'s, ask ops to say so: \`${labelCommand(
          refusal.object,
          refusal.team,
        )}\`.`
      );
    case 'fields-held':
      return (
        `${describeObject(
          refusal.object,
        )} on ${cluster} is also managed by others: ${refusal.conflicts
          .map(({ field, manager }) => `${field} by ${manager}`)
          .join(', ')}. ` +
        'Make the change where that manager takes it from, or ask ops to undo theirs.'
      );
    case 'changed-meanwhile':
      return `${describeObject(
        refusal.object,
      )} on ${cluster} was changed by somebody else during this step, more than once. Start over.`;
    case 'object-refused':
      return `'${cluster}' refused the object: ${refusal.message}`;
    case 'pods-refused':
      return (
        `${describeObject(
          refusal.object,
        )} was accepted by ${cluster}, but its pods were refused: ${
          refusal.message
        }. ${describeDiagnosis(refusal)}` +
        'Ask for less (replicas, resources), or ask ops to raise the quota or change the rule.'
      );
    case 'sync-refused':
      return `${describeObject(
        refusal.object,
      )} on ${cluster} could not be synchronised. Argo CD says: ${
        refusal.message
      }. Cure the reason, or ask the platform team about Argo CD’s account and project.`;
    case 'not-ready':
      return (
        `waitSeconds: ${describeObject(
          refusal.object,
        )} on ${cluster} is not ready after ${refusal.waitSeconds} seconds: ${
          refusal.state
        }. ${describeDiagnosis(refusal)}` +
        'Cure the reason, or allow more time.'
      );
    case 'managed-by-gitops':
      return (
        `${describeObject(refusal.object)} on ${cluster} comes from Git by ${
          refusal.tool
        }, which would bring it back. ` +
        'Remove it from its Git repository; it goes from the cluster then.'
      );
    case 'not-gone':
      return `waitSeconds: after ${refusal.waitSeconds} seconds there still is on ${cluster}: ${refusal.state}. Deletion goes on by itself, unless something holds it.`;
    case 'cancelled':
      return 'The task was cancelled.';
    case 'other-answer':
      return `'${cluster}' answered ${refusal.status}: ${
        refusal.message || 'no reason was given'
      }. Try again later.`;
    default:
      return unknownRefusal(refusal);
  }
}

function describeDiagnosis({ diagnosis }: { diagnosis?: string }): string {
  return diagnosis ? `${diagnosis} ` : '';
}

/** An object after the field of the form that leads to it. */
function subjectOf(object: ObjectName): string {
  return object.kind === 'Namespace'
    ? `namespace: '${object.name}'`
    : `name: ${describeObject(object)}`;
}

function describeObject({ kind, name, namespace }: ObjectName): string {
  return namespace
    ? `${kind} ${name} in namespace ${namespace}`
    : `namespace ${name}`;
}

function describeResource(right: {
  resource: string;
  group: string;
  namespace?: string;
}): string {
  const { resource, group, namespace } = right;
  const where = namespace ? ` in namespace ${namespace}` : '';
  return `${group ? `${resource}.${group}` : resource}${where}`;
}

function describeVerbs(rights: readonly Right[]): string {
  const verbs = [...new Set(rights.map(({ verb }) => verb))];
  return verbs.length === 1
    ? `the verb '${verbs[0]}'`
    : `the verbs ${verbs.map(verb => `'${verb}'`).join(', ')}`;
}

function describeManagers(managers: string[]): string {
  return managers.length > 0
    ? `written by ${managers.join(', ')}`
    : 'Kubernetes does not say who wrote it';
}

function labelCommand(
  { kind, name, namespace }: ObjectName,
  team: string,
): string {
  const where = namespace ? ` -n ${namespace}` : '';
  return `kubectl label ${kind.toLowerCase()} ${name}${where} ${TEAM}=${team}`;
}

function unknownRefusal(refusal: never): string {
  return JSON.stringify(refusal);
}
