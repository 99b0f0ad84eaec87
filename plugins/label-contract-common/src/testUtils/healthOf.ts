import { MatchedWorkload } from '../match/MatchedWorkload';
import { checkHealth } from '../rules/checkHealth';
import { WorkloadFinding } from '../rules/Finding';

/** The moment that samples are judged at. */
export const now = new Date('2026-01-01T10:00:00Z');

/** The moment that many seconds before {@link now}, as Kubernetes writes it. */
export function secondsAgo(seconds: number): string {
  return new Date(now.getTime() - seconds * 1_000).toISOString();
}

/** What all health rules together say of a workload at {@link now}. */
export function healthOf(
  workload: MatchedWorkload,
): WorkloadFinding | undefined {
  return checkHealth({ workload, now });
}
