import { ConflictError, NotFoundError } from '@backstage/errors';
import { TEAM } from '../manifests/ownershipLabels';
import type { ObjectName } from '../objects/ObjectName';
import { describeObject } from './describeObject';
import type { OwnerRefusal } from './OwnerRefusal';
import type { ToldRefusal } from './ToldRefusal';

/** Puts into words in whose hands something is. */
export function tellOwnerRefusal(
  refusal: OwnerRefusal,
  cluster: string,
): ToldRefusal {
  return {
    errorClass:
      refusal.kind === 'namespace-missing' ? NotFoundError : ConflictError,
    sentence: sentenceOf(refusal, cluster),
  };
}

function sentenceOf(refusal: OwnerRefusal, cluster: string): string {
  switch (refusal.kind) {
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
    case 'owned-by-other': {
      const { object, owner, team } = refusal;
      return (
        `${subjectOf(
          object,
        )} on ${cluster} belongs to ${owner}, not to ${team}. ` +
        `Choose another name, or ask ${owner} to hand it over: \`${labelCommand(
          object,
          team,
        )} --overwrite\`.`
      );
    }
    case 'owned-by-nobody': {
      const { object, team, managers } = refusal;
      return (
        `${subjectOf(
          object,
        )} exists on ${cluster} and was not made by this portal (${describeManagers(
          managers,
        )}). ` +
        `Choose another name, or if it is ${team}'s, ask ops to say so: \`${labelCommand(
          object,
          team,
        )}\`.`
      );
    }
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
    case 'managed-by-gitops':
      return (
        `${describeObject(refusal.object)} on ${cluster} comes from Git by ${
          refusal.tool
        }, which would bring it back. ` +
        'Remove it from its Git repository; it goes from the cluster then.' +
        `${refusal.orElse ? ` ${refusal.orElse}` : ''}`
      );
    default:
      return `${describeObject(
        refusal.object,
      )} on ${cluster} can't be removed: ${refusal.reason}`;
  }
}

/** An object after the field of the form that leads to it. */
function subjectOf(object: ObjectName): string {
  return object.kind === 'Namespace'
    ? `namespace: '${object.name}'`
    : `name: ${describeObject(object)}`;
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
