import {
  ClusterFreshness,
  EntityReport,
  WatchState,
  WorkloadReport,
} from '@portal-operations/plugin-label-contract-common';
import { screen } from '@testing-library/react';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { sampleReports } from '../../testUtils/sampleReports';
import { ClustersPanel } from './ClustersPanel';

const now = new Date();
const { met } = sampleReports(now);
const [aWorkload] = met.workloads as [WorkloadReport];
const before = (seconds: number) =>
  new Date(now.getTime() - seconds * 1_000).toISOString();
const problem = { reason: 'unreachable', message: 'no route' } as const;

/** What is said of one cluster on which there are so many workloads. */
function saidOf(state: WatchState, workloads: number): string {
  const cluster: ClusterFreshness = { name: 'annex', state };
  const report: EntityReport = {
    ...met,
    clusters: [cluster],
    workloads: Array.from({ length: workloads }, (_, index) => ({
      ...aWorkload,
      ref: { ...aWorkload.ref, cluster: 'annex', uid: `uid-${index}` },
    })),
  };
  const { unmount } = renderWithApis(<ClustersPanel report={report} />);
  const text = screen.getByRole('listitem').textContent ?? '';
  unmount();
  return text;
}

describe('ClustersPanel', () => {
  it('says how fresh a live cluster is, and what is there', () => {
    const live = { kind: 'live', asOf: before(4) } as const;
    expect(saidOf(live, 1)).toMatch(/^annexLive.*1 workload, 1 pod$/);
    expect(saidOf(live, 2)).toMatch(/2 workloads, 2 pods$/);
    expect(saidOf(live, 0)).toMatch(/No workload of this service$/);
  });

  it('never calls present what was last seen on a cluster that does not answer', () => {
    const stale = {
      kind: 'stale',
      asOf: before(600),
      since: before(590),
      problem,
    } as const;
    expect(saidOf(stale, 2)).toMatch(
      /^annexNot reached.*2 workloads, 2 pods, when it spoke last$/,
    );
    expect(saidOf(stale, 0)).not.toMatch(/no workload|\b0\b/i);
  });

  it('says that a cluster was never read, and nothing of what is there', () => {
    const dark = { kind: 'dark', since: before(60), problem } as const;
    expect(saidOf(dark, 0)).toBe('annexNot reachedNever read');
    expect(saidOf({ kind: 'syncing' }, 0)).toBe('annexSyncing');
  });

  it('says zero where no cluster is configured', () => {
    renderWithApis(<ClustersPanel report={{ ...met, clusters: [] }} />);
    expect(screen.getByText(/0 clusters configured/)).toBeVisible();
  });
});
