import { creationFailureOf } from './creationFailureOf';
import { Desk, HealthFinding } from './Finding';
import { healthFinding } from './healthFinding';
import { defineWorkloadRule } from './Rule';

type MessageId = Extract<
  HealthFinding,
  { rule: 'admission-accepts' }
>['message']['id'];

/** Whoever deletes a namespace wants no pods in it: no alarm. */
const NAMESPACE_ENDS = 'because it is being terminated';

/**
 * What the API server says when it refuses a pod, by who refuses. A group of the pattern names it.
 * The first that fits counts; measured on Kubernetes 1.36, for security context constraints taken from
 * OpenShift's `apiserver-library-go`.
 */
const refusals: readonly {
  readonly id: MessageId;
  readonly pattern: RegExp;
  readonly owner: Desk;
}[] = [
  {
    id: 'webhook-fails',
    pattern: /failed calling webhook "([^"]+)"/,
    owner: 'ops',
  },
  {
    id: 'policy',
    pattern: /admission webhook "([^"]+)" denied the request/,
    owner: 'team',
  },
  {
    id: 'policy',
    pattern: /ValidatingAdmissionPolicy '([^']+)' with binding '[^']+' denied/,
    owner: 'team',
  },
  {
    id: 'pod-security',
    pattern: /violates PodSecurity "([^"]+)"/,
    owner: 'team',
  },
  {
    id: 'security-context-constraint',
    pattern: /unable to validate against any security context constraint/,
    owner: 'team',
  },
  {
    id: 'limit-range',
    pattern:
      /(?:minimum|maximum) [\w./-]+ usage per (?:Container|Pod) is|[\w./-]+ max limit to request ratio per (?:Container|Pod) is/,
    owner: 'team',
  },
  // The API server itself has trouble, and the pod none.
  { id: 'refused', pattern: /Internal error occurred/, owner: 'ops' },
  { id: 'refused', pattern: /^/, owner: 'team' },
];

/**
 * The API server refuses to create pods. That a webhook cannot be called is for ops, that one says no
 * is for the team.
 *
 * @public
 */
export const admissionAccepts = defineWorkloadRule({
  id: 'admission-accepts',
  description: 'The API server accepts the pods that the workload asks for.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team', 'ops'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check(options) {
    const { workload } = options;
    const words = creationFailureOf(options);
    if (words === undefined || words.includes(NAMESPACE_ENDS)) {
      return undefined;
    }
    const refusal = refusals.find(({ pattern }) => pattern.test(words));
    if (!refusal) {
      return undefined;
    }
    const { id, owner, pattern } = refusal;
    return {
      rule: 'admission-accepts',
      ...healthFinding(workload),
      owner,
      message: {
        id,
        values: {
          workload: workload.facts.name,
          by: pattern.exec(words)?.[1],
          words,
        },
      },
    };
  },
});
