import type { Run } from '../apply/Run';
import type { ServiceToRemove } from '../input/ServiceToRemove';
import {
  ArgoCdApplication,
  DELETE_RESOURCES,
} from '../manifests/applicationManifest';
import { SERVICE, TEAM } from '../manifests/ownershipLabels';
import { isMadeByUs } from '../objects/managersOf';
import type { Delivery } from './Delivery';
import { gitOpsToolOf } from './gitOpsToolOf';
import type { RemovedObject } from './RemovedObject';
import { removeObject } from './removeObject';
import { BECAME_FOREIGN } from './removeNamespace';
import { nameOfApplication } from './requireRemovableDelivery';
import { waitUntilGone } from './waitUntilGone';

/**
 * Deletes the Applications of a service, and waits until Argo CD has deleted what they brought: that is what
 * their finalizer waits for, too. To delete the objects themselves would be to fight Argo CD, which brings them
 * back.
 *
 * @throws RefusedError
 */
export async function removeDelivery(
  run: Run,
  request: ServiceToRemove,
  { applications }: Delivery,
): Promise<RemovedObject[]> {
  const { client, record, log } = run;
  const done: RemovedObject[] = [];
  for (const live of applications) {
    const object = nameOfApplication(live);
    const outcome = await removeObject({
      client,
      found: { kind: 'Application', live },
      mayGo: again =>
        again.live.metadata?.labels?.[SERVICE] === request.service &&
        again.live.metadata.labels[TEAM] === request.team &&
        (again.live.metadata.finalizers ?? []).includes(DELETE_RESOURCES) &&
        isMadeByUs(again.live) &&
        !gitOpsToolOf(again.live),
    });
    if (outcome === 'kept') {
      record.forget(object);
      done.push({ object, outcome: 'stays', reason: BECAME_FOREIGN });
      continue;
    }
    log(
      `Deleted Application ${object.name} in namespace ${object.namespace}; Argo CD deletes what it brought`,
    );
    record.noteOwn(object, 'being deleted by Argo CD');
    await waitForArgoCd(run, request, live);
    record.noteRemoved(object);
    done.push(...goneWith(live));
  }
  return done;
}

/** An Application with what it brought: all of it goes. */
export function goneWith(live: ArgoCdApplication): RemovedObject[] {
  const brought = (live.status?.resources ?? []).map(
    ({ kind, name, namespace }): RemovedObject => ({
      object: { kind, name, namespace },
      outcome: 'deleted',
      by: 'Argo CD',
    }),
  );
  return [{ object: nameOfApplication(live), outcome: 'deleted' }, ...brought];
}

/** What is left to do in Git once an Application is gone. */
export function gitNoteOf({ spec }: ArgoCdApplication): string {
  const { path, targetRevision, repoURL } = spec.source;
  return `The manifests are still in ${path} on ${targetRevision} of ${repoURL}. Delete them there: whoever makes an Application of them brings all of it back.`;
}

async function waitForArgoCd(
  { client, signal, log }: Run,
  { argoCdNamespace, waitSeconds }: ServiceToRemove,
  { metadata }: ArgoCdApplication,
): Promise<void> {
  if (waitSeconds === 0) {
    log('Not waiting until all is gone, as waitSeconds is 0');
    return;
  }
  await waitUntilGone({
    waitSeconds,
    log,
    signal,
    async look() {
      const items = await client.list('Application', {
        namespace: argoCdNamespace,
      });
      const left = items.filter(item => item.metadata?.uid === metadata?.uid);
      return left.map(describeHeld);
    },
  });
  log(`Application ${metadata?.name} is gone, and all that it brought`);
}

function describeHeld({ metadata, status }: ArgoCdApplication): string {
  const errors = (status?.conditions ?? [])
    .filter(({ type }) => type.endsWith('Error'))
    .map(({ message }) => message);
  const why = errors.length > 0 ? errors.join('; ') : 'Argo CD is deleting';
  return `Application ${metadata?.name} and what it brought (${why})`;
}
