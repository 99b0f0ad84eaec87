import { ClusterFacts, Facts } from '../facts/Facts';
import { TroubleFacts } from '../facts/TroubleFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { workloadAgainst } from '../match/matchWorkload';
import { WorkloadCheck } from '../rules/Rule';
import { now } from './healthOf';
import { someFacts } from './someFacts';

/** A workload of any kind and what is around it, as health rules see it at {@link now}. */
export function aHealthCheck(
  workload: WorkloadFacts,
  around: readonly Facts[] = [],
  options: {
    readonly clusters?: readonly ClusterFacts[];
    /** By uid. */
    readonly troubles?: Readonly<Record<string, TroubleFacts>>;
  } = {},
): WorkloadCheck {
  const facts = someFacts({ facts: [workload, ...around], ...options });
  return {
    workload: {
      ...workloadAgainst({ workload, selector: [], facts }),
      isMatched: true,
      evidence: 'exact',
      signs: [],
    },
    now,
    facts,
  };
}

/** Events of one object, oldest first, seen just now, and lines of its containers' logs. */
export function aTrouble(
  trouble: {
    readonly events?: readonly (readonly [reason: string, message: string])[];
    readonly logLines?: TroubleFacts['logLines'];
  },
  lastSeenAt: string = now.toISOString(),
): TroubleFacts {
  const { events = [], logLines = {} } = trouble;
  return {
    events: events.map(([reason, message]) => ({
      reason,
      message,
      lastSeenAt,
    })),
    logLines,
  };
}
