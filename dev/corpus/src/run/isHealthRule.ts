/** Rules about what runs: all that the contract names, so that a rule is known before it is written. */
const HEALTH_RULES: readonly string[] = [
  'quota-suffices',
  'admission-accepts',
  'pods-schedulable',
  'node-serves-pods',
  'volumes-mount',
  'image-pullable',
  'configuration-exists',
  'dependency-exists',
  'container-keeps-running',
  'init-containers-finish',
  'memory-suffices',
  'probes-pass',
  'job-completes',
  'rollout-finishes',
];

/** Whether a rule decides about the health of a workload, and not about its labels or claim. */
export function isHealthRule(rule: string): boolean {
  return HEALTH_RULES.includes(rule);
}
