import { creationFailureOf } from './creationFailureOf';
import { healthFinding } from './healthFinding';
import { defineWorkloadRule } from './Rule';

/** As the quota admission plugin says it; a quota's name is a DNS subdomain. */
const EXCEEDED = /exceeded quota: ([a-z0-9.-]+)/;

/**
 * The API server refuses to create pods, for a ResourceQuota is used up.
 *
 * @public
 */
export const quotaSuffices = defineWorkloadRule({
  id: 'quota-suffices',
  description: 'The quota of the namespace has room for the pods.',
  verdict: 'health',
  severities: ['error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check(options) {
    const { workload } = options;
    const words = creationFailureOf(options);
    if (!words?.includes('exceeded quota')) {
      return undefined;
    }
    return {
      rule: 'quota-suffices',
      ...healthFinding(workload),
      message: {
        id: 'quota-exceeded',
        values: {
          workload: workload.facts.name,
          quota: EXCEEDED.exec(words)?.[1],
          words,
        },
      },
    };
  },
});
