import { setTimeout as wait } from 'node:timers/promises';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { changedPaths } from './changedPaths';
import { CREATED_BY, MADE_BY_TASK } from '../manifests/ownershipLabels';
import { AnsweredError, ClusterClient } from '../cluster/ClusterClient';
import type { WrittenKind, WrittenKinds } from '../objects/WrittenKinds';
import { refuseForeign } from './refuseForeign';
import type { ObjectName } from '../objects/ObjectName';
import { refusalAt } from '../cluster/refusalAt';
import { RefusedError } from '../refusal/Refusal';

/**
 * Milliseconds before an object that changed meanwhile is read again. Each is longer than the one before: what another run
 * has just made is written by controllers several times in its first second.
 */
const PAUSES = [100, 400, 1_000];

/**
 * An object that is not there is created only if it still is not there: no object ever had this
 * resource version, so an apply that finds one is refused (409), and one that finds none creates it.
 * Without it, two runs at the same moment would both create, and the later team would win.
 */
const NOT_THERE = '1';

const ORIGIN_KEYS = new Set([CREATED_BY, MADE_BY_TASK]);

/** Options of {@link applyOwned}. */
export interface ApplyOwnedOptions<K extends WrittenKind> {
  client: ClusterClient;
  kind: K;
  desired: WrittenKinds[K];
  /** The team that has to own what is there. */
  team: string;
  /** Annotations that tell where an object comes from: set when it is made, and never changed. */
  origin?: Readonly<Record<string, string>>;
  /** Asks the API server what it would do, and changes nothing. */
  dryRun?: boolean;
  /**
   * Whether what is there without a team may be taken, with the fields that others hold: it counts as made by
   * this run. Default: it may not.
   */
  mayTake?: (live: WrittenKinds[K]) => boolean;
  /** What was there when it was tried a moment ago: not read again, unless it changed since. */
  tried?: Pick<Applied<WrittenKinds[K]>, 'before'>;
  /** Sees what is there, before anything is written; may throw. */
  onRead?: (live: WrittenKinds[K] | undefined) => void;
  sleep?: (ms: number) => Promise<void>;
}

/** What an apply did. */
export interface Applied<T> {
  outcome: 'created' | 'changed' | 'unchanged';
  /** The object as it was before; undefined if it was created. */
  before?: T;
  /** The object as it is now. */
  object: T;
  /** Where it differs from before; empty if it was created. */
  changes: string[];
  /** Whether this very task made it before: it was interrupted and is taken up again. */
  isResumed: boolean;
}

/**
 * Reads, compares the owner, and applies with the resource version that was read: with the same field
 * manager an apply would change the team silently. Changed in between (409) means to read again, three times at most.
 *
 * @throws RefusedError where another owner, another field manager or the API server is in the way.
 */
export async function applyOwned<K extends WrittenKind>(
  options: ApplyOwnedOptions<K>,
): Promise<Applied<WrittenKinds[K]>> {
  const { client, kind, desired, team, onRead, origin = {} } = options;
  const { dryRun, tried, mayTake, sleep = wait } = options;
  const object: ObjectName = {
    kind,
    name: desired.metadata?.name ?? '',
    namespace: desired.metadata?.namespace,
  };

  const readFirst = () => (tried ? tried.before : client.read(kind, object));
  const readAgain = PAUSES.map(pause => async () => {
    await sleep(pause);
    return client.read(kind, object);
  });
  for (const read of [readFirst, ...readAgain]) {
    try {
      const live = await read();
      onRead?.(live);
      const before = live && !mayTake?.(live) ? live : undefined;
      refuseForeign({ live: before, object, team });

      const applied = await applyAt({
        client,
        kind,
        desired: withOrigin(desired, before ? originOf(before) : origin),
        resourceVersion: live?.metadata?.resourceVersion ?? NOT_THERE,
        force: live !== before,
        dryRun,
      });
      return describeApplied({ before, object: applied, origin });
    } catch (error) {
      if (!(error instanceof AnsweredError)) {
        throw error;
      }
      if (error.answer.kind !== 'stale') {
        throw new RefusedError(refusalAt(error.answer, object));
      }
    }
  }

  throw new RefusedError({ kind: 'changed-meanwhile', object });
}

/** The contract label is the point of it all, so it alone is taken from whoever changed it. */
async function applyAt<K extends WrittenKind>(options: {
  client: ClusterClient;
  kind: K;
  desired: WrittenKinds[K];
  resourceVersion: string;
  force: boolean;
  dryRun?: boolean;
}): Promise<WrittenKinds[K]> {
  const { client, kind, desired, resourceVersion, force, dryRun } = options;
  const object = {
    ...desired,
    metadata: { ...desired.metadata, resourceVersion },
  };
  try {
    return await client.apply(kind, object, { force, dryRun });
  } catch (error) {
    if (
      error instanceof AnsweredError &&
      error.answer.kind === 'fields-held-by' &&
      error.answer.conflicts.every(({ field }) =>
        field.endsWith(`labels.${KUBERNETES_ID}`),
      )
    ) {
      return client.apply(kind, object, { force: true, dryRun });
    }
    throw error;
  }
}

/** What the object that is there says of where it comes from: nobody's run may rewrite that. */
function originOf({
  metadata,
}: WrittenKinds[WrittenKind]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata?.annotations ?? {}).filter(([key]) =>
      ORIGIN_KEYS.has(key),
    ),
  );
}

function withOrigin<T extends WrittenKinds[WrittenKind]>(
  desired: T,
  origin: Readonly<Record<string, string>>,
): T {
  const { metadata } = desired;
  const annotations = { ...metadata?.annotations, ...origin };
  return Object.keys(annotations).length > 0
    ? { ...desired, metadata: { ...metadata, annotations } }
    : desired;
}

function describeApplied<T extends WrittenKinds[WrittenKind]>(options: {
  before: T | undefined;
  object: T;
  origin: Readonly<Record<string, string>>;
}): Applied<T> {
  const { before, object, origin } = options;
  if (!before) {
    return { outcome: 'created', object, changes: [], isResumed: false };
  }
  const madeBy = before.metadata?.annotations?.[MADE_BY_TASK];
  // A dry run leaves the resource version as it is, so only the fields tell.
  const changes = changedPaths(before, object);
  return {
    outcome: changes.length > 0 ? 'changed' : 'unchanged',
    before,
    object,
    changes,
    isResumed: madeBy !== undefined && madeBy === origin[MADE_BY_TASK],
  };
}
