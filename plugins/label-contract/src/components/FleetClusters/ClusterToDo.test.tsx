import { ClusterSummary } from '@portal-operations/plugin-label-contract-common';
import { screen } from '@testing-library/react';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { sampleClusters } from '../../testUtils/sampleFleet';
import { ClusterToDo } from './ClusterToDo';

const clusters = sampleClusters(new Date());

function showToDo(name: string, change: Partial<ClusterSummary> = {}): string {
  const cluster = clusters.find(each => each.name === name);
  if (!cluster) {
    throw new Error(`There is no sample cluster '${name}'`);
  }
  const { container } = renderWithApis(
    <ClusterToDo cluster={{ ...cluster, ...change }} />,
  );
  return container.textContent ?? '';
}

describe('ClusterToDo', () => {
  it('quotes why a cluster does not answer, and says when it is tried again', () => {
    expect(showToDo('harbour')).toMatch(
      /^Ops: harbour does not answerThe connection to api\.harbour\.example\.com:6443 timed out\.Next try in \d+ s\.$/,
    );
  });

  it('has the role that is missing, ready to copy', () => {
    const text = showToDo('lab');
    expect(text).toContain('The portal may not read Rollout on lab');
    expect(text).toContain('kind: "ClusterRole"');
    expect(text).toContain('"rollouts"');
    expect(text).not.toContain('pods');
    expect(screen.getByRole('button', { name: 'Copy' })).toBeVisible();
  });

  it('says that only users may sign in, and offers no role', () => {
    expect(showToDo('forge')).toMatch(
      /^Ops: .*It accepts only the sign-in of users \(OIDC\)\.$/,
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what a first read means, and calls nobody', () => {
    expect(showToDo('island')).toBe(
      'First read. Unknown until it is complete.',
    );
  });

  it('says that objects were left out, and to which namespaces the reading is confined', () => {
    expect(showToDo('annex', { skipped: 2 })).toBe(
      '2 objects were not understood, and are left out.',
    );
    expect(
      showToDo('annex', { skipped: 0, namespaces: ['desk', 'print'] }),
    ).toBe('Only namespaces desk, print');
  });

  it('says nothing of a cluster that is read', () => {
    expect(showToDo('workshop')).toBe('');
  });
});
