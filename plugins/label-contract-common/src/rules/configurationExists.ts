import { ConfigurationMessageValues, HealthFinding } from './Finding';
import { healthFinding, judgedContainers } from './healthFinding';
import { defineWorkloadRule } from './Rule';

type MessageId = Extract<
  HealthFinding,
  { rule: 'configuration-exists' }
>['message']['id'];

/** What the kubelet's message names. Source: `pkg/kubelet/kubelet_pods.go` of Kubernetes 1.36. */
type Missing = Pick<ConfigurationMessageValues, 'kind' | 'name' | 'key'>;

const OBJECT = /\b(secret|configmap) "([^"]+)" not found/i;
const KEY =
  /couldn't find key (\S+) in (Secret|ConfigMap) (?:[a-z0-9-]+\/)?([a-z0-9.-]+)/;

/**
 * A container cannot be created, for a Secret, a ConfigMap or a key of one is missing, or the kubelet
 * refuses what it is configured to be.
 *
 * @public
 */
export const configurationExists = defineWorkloadRule({
  id: 'configuration-exists',
  description:
    'Every Secret, ConfigMap and key that a container refers to exists.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload }) {
    const container = judgedContainers(workload).find(
      ({ waitingReason }) => waitingReason === 'CreateContainerConfigError',
    );
    if (!container) {
      return undefined;
    }
    const words = container.waitingMessage ?? '';
    const missing = missingIn(words);
    return {
      rule: 'configuration-exists',
      ...healthFinding(workload),
      message: {
        id: messageIdOf(missing),
        values: {
          workload: workload.facts.name,
          container: container.name,
          ...missing,
          words,
        },
      },
    };
  },
});

function missingIn(words: string): Missing {
  const key = KEY.exec(words);
  if (key) {
    return { kind: kindOf(key[2]), name: key[3], key: key[1] };
  }
  const object = OBJECT.exec(words);
  return object ? { kind: kindOf(object[1]), name: object[2] } : {};
}

function kindOf(word: string): Missing['kind'] {
  return word.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap';
}

function messageIdOf(missing: Missing): MessageId {
  if (missing.key !== undefined) {
    return 'key-missing';
  }
  return missing.name === undefined ? 'refused' : 'object-missing';
}
