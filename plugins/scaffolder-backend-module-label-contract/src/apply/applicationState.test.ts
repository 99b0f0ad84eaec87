import {
  applicationManifest,
  ArgoCdApplication,
} from '../manifests/applicationManifest';
import { applicationState, REFRESH } from './applicationState';

const manifest = applicationManifest({
  name: 'a',
  argoCdNamespace: 'argocd',
  project: 'default',
  repoUrl: 'https://git.example.com/a.git',
  branch: 'main',
  path: '.',
  namespace: 'n',
  service: 'a',
  team: 't',
  prune: true,
  selfHeal: true,
});

const stateOf = (
  status: ArgoCdApplication['status'],
  options: { revision?: string; before?: string } = { revision: 'new' },
) => applicationState({ ...manifest, status }, options);

const well = {
  sync: { status: 'Synced', revision: 'new' },
  health: { status: 'Healthy' },
};

describe('applicationState', () => {
  it('is ready at the commit that was asked for', () => {
    expect(stateOf(well)).toEqual({
      kind: 'ready',
      words: 'Synced, Healthy',
      revision: 'new',
    });
  });

  it('does not count the commit from before the push', () => {
    expect(stateOf(well, { revision: 'newer', before: 'new' }).kind).toBe(
      'waiting',
    );
  });

  it('counts a later commit, which somebody else pushed meanwhile', () => {
    expect(stateOf(well, { revision: 'mine', before: 'old' }).kind).toBe(
      'ready',
    );
  });

  it('waits while Argo CD still has to read the repository', () => {
    const { metadata } = manifest;
    const refreshing = {
      ...manifest,
      metadata: { ...metadata, annotations: { [REFRESH]: 'normal' } },
      status: well,
    };
    expect(applicationState(refreshing, {})).toMatchObject({
      kind: 'waiting',
      words: 'Argo CD reads the repository',
    });
  });

  it.each([
    ['no status yet', undefined],
    [
      'out of sync',
      { ...well, sync: { status: 'OutOfSync', revision: 'new' } },
    ],
    ['pods that start', { ...well, health: { status: 'Progressing' } }],
    ['a sync that runs', { ...well, operationState: { phase: 'Running' } }],
  ])('waits for %s', (_, status) => {
    expect(stateOf(status).kind).toBe('waiting');
  });

  it('repeats what Argo CD says of an error, once', () => {
    const state = stateOf({
      ...well,
      sync: { status: 'OutOfSync', revision: 'new' },
      conditions: [
        { type: 'SyncError', message: 'not permitted' },
        { type: 'OrphanedResourceWarning', message: 'orphans' },
      ],
      operationState: {
        phase: 'Failed',
        message: 'not permitted',
        syncResult: { revision: 'new' },
      },
    });
    expect(state).toMatchObject({ kind: 'refused', words: 'not permitted' });
  });

  it('forgets that an earlier commit failed', () => {
    const failed = {
      phase: 'Failed',
      message: 'no',
      syncResult: { revision: 'old' },
    };
    expect(
      stateOf({
        sync: { status: 'OutOfSync', revision: 'new' },
        operationState: failed,
      }).kind,
    ).toBe('waiting');
  });
});
