import { MatchedWorkload } from '../match/MatchedWorkload';
import { checkHealth } from '../rules/checkHealth';
import { WorkloadFinding } from '../rules/Finding';
import { someFacts } from './someFacts';

/** The moment that samples are judged at. */
export const now = new Date('2026-01-01T10:00:00Z');

/** The moment that many seconds before {@link now}, as Kubernetes writes it. */
export function secondsAgo(seconds: number): string {
  return new Date(now.getTime() - seconds * 1_000).toISOString();
}

/** What all health rules together say of a workload at {@link now}; of what is around it, only what is said. */
export function healthOf(
  workload: MatchedWorkload,
  around: Parameters<typeof someFacts>[0] = {},
): WorkloadFinding | undefined {
  return checkHealth({ workload, now, facts: someFacts(around) });
}
