import {
  ApplicationSpec,
  applicationManifest,
  ArgoCdApplication,
  DELETE_RESOURCES,
} from '../manifests/applicationManifest';
import { REFRESH_MANAGER } from '../manifests/ownershipLabels';
import type { PlannedObject } from '../plan/PlannedObject';
import {
  ApplicationState,
  applicationState,
  REFRESH,
} from './applicationState';
import { Applied, applyOwned } from './applyOwned';
import { GITOPS_ROLE } from '../refusal/roles';
import type { ObjectName } from '../objects/ObjectName';
import { RefusedError } from '../refusal/Refusal';
import { refuseForeign } from './refuseForeign';
import { requireRights, rightsToApply } from './requireRights';
import type { Run } from './Run';
import { plannedOf, tryObject } from './tryObject';
import { waitForState } from './waitForState';

/** An Application to apply. */
export interface ApplicationToDeploy {
  spec: ApplicationSpec;
  /** Commit that has to arrive; undefined for whatever the branch holds. */
  revision?: string;
  /** 0 does not wait. */
  waitSeconds: number;
}

/** What became of an Application. */
export interface DeployedApplication {
  object: PlannedObject;
  /** Undefined in a plan, and where nobody waited. */
  state?: ApplicationState;
}

/**
 * Applies an Application of Argo CD, has it look at the repository at once, and waits until the cluster is
 * as the commit says.
 *
 * @throws RefusedError
 */
export async function deployApplication(
  run: Run,
  application: ApplicationToDeploy,
): Promise<DeployedApplication> {
  const { client, record, origin, dryRun, log } = run;
  const { spec, waitSeconds } = application;
  const object: ObjectName = {
    kind: 'Application',
    name: spec.name,
    namespace: spec.argoCdNamespace,
  };
  const desired = applicationManifest(spec);
  const { team } = spec;

  await requireRights(client, rightsToApply('Namespace', { verbs: ['get'] }));
  await requireRights(
    client,
    rightsToApply('Application', { namespace: spec.argoCdNamespace }),
    GITOPS_ROLE,
  );
  await refuseForeignNamespace(run, spec);
  const tried = await tryObject(
    {
      ...run,
      log: line => {
        if (!line.includes(DELETE_RESOURCES)) {
          log(line);
        }
      },
    },
    { kind: 'Application', desired, team },
  );
  if (dryRun) {
    return { object: plannedOf(object, tried) };
  }

  const applied = await applyOwned({
    client,
    kind: 'Application',
    desired,
    team,
    origin,
    tried,
  });
  record.noteOwn(object);
  log(lineFor(spec, applied));
  const refresh = () =>
    client.annotate({
      object,
      fieldManager: REFRESH_MANAGER,
      annotations: { [REFRESH]: 'normal' },
    });
  await refresh();
  if (waitSeconds === 0) {
    log(`Not waiting for ${spec.name}, as waitSeconds is 0`);
    return { object: plannedOf(object, applied) };
  }
  const state = await waitUntilSynced(run, application, applied);
  return { object: plannedOf(object, applied, state.words), state };
}

/** Argo CD itself asks nobody: it would take a namespace over, whoever's it is. */
async function refuseForeignNamespace(
  { client }: Run,
  { namespace, team }: ApplicationSpec,
): Promise<void> {
  const live = await client.read('Namespace', { name: namespace });
  if (live?.metadata?.deletionTimestamp) {
    throw new RefusedError({ kind: 'namespace-terminating', namespace });
  }
  refuseForeign({ live, object: { kind: 'Namespace', name: namespace }, team });
}

async function waitUntilSynced(
  { client, record, signal, log }: Run,
  { spec, revision, waitSeconds }: ApplicationToDeploy,
  { before }: Applied<ArgoCdApplication>,
): Promise<ApplicationState> {
  const object: ObjectName = {
    kind: 'Application',
    name: spec.name,
    namespace: spec.argoCdNamespace,
  };
  return waitForState({
    object,
    waitSeconds,
    signal,
    log,
    look: async () => {
      const live = await client.read('Application', object);
      if (!live) {
        // Deleted by somebody else while we waited.
        throw new RefusedError({ kind: 'changed-meanwhile', object });
      }
      return applicationState(live, {
        revision,
        before: before?.status?.sync?.revision,
      });
    },
    describe: ({ kind, words, revision: synced }) =>
      kind === 'ready' ? `${words}, at ${synced.slice(0, 7)}` : words,
    refusalOf: ({ words }) => ({
      kind: 'sync-refused',
      object,
      message: words,
    }),
    onState: ({ words }) => record.noteOwn(object, words),
  });
}

function lineFor(
  { name, path, branch, repoUrl, argoCdNamespace }: ApplicationSpec,
  { outcome, changes }: Applied<ArgoCdApplication>,
): string {
  switch (outcome) {
    case 'created':
      return `Created Application ${name} in namespace ${argoCdNamespace} for ${path} on ${branch} of ${repoUrl}`;
    case 'changed':
      return `Changed Application ${name}: ${changes.join(', ')}`;
    default:
      return `Application ${name} is there already; nothing to change`;
  }
}
