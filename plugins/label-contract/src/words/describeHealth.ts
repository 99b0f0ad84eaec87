import { HealthFinding } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeEnd } from './describeEnd';
import { FindingWords } from './FindingWords';

/** A finding of one health rule. */
export type HealthFindingOf<Rule extends HealthFinding['rule']> = Extract<
  HealthFinding,
  { rule: Rule }
>;

/** The words of a finding about how a workload runs. */
export function describeHealth(
  finding: HealthFinding,
  t: Translate,
): FindingWords {
  const { namespace } = finding.subject;
  switch (finding.rule) {
    case 'quota-suffices': {
      const { workload, quota, words } = finding.message.values;
      return {
        title: t('health.quota.title', { workload }),
        sentence: quota
          ? t('health.quota.sentence', { quota, namespace })
          : t('health.quota.unnamed', { namespace }),
        quote: words,
      };
    }
    case 'admission-accepts':
      return {
        ...describeAdmission(finding, t),
        quote: finding.message.values.words,
      };
    case 'pods-schedulable': {
      const { workload, pods, words } = finding.message.values;
      return {
        title: t('health.unschedulable.title', { workload }),
        sentence: t('health.unschedulable.sentence', { count: pods }),
        quote: words,
      };
    }
    case 'node-serves-pods':
      return describeNode(finding, t);
    case 'image-pullable':
      return describeImage(finding, t);
    case 'configuration-exists':
      return describeConfiguration(finding, t);
    case 'init-containers-finish': {
      const { workload, container } = finding.message.values;
      return finding.message.id === 'keeps-failing'
        ? {
            title: t('health.init.failing', { workload, container }),
            sentence: t('health.init.failingSentence'),
            note: describeEnd(finding.message.values, t),
          }
        : {
            title: t('health.init.running', { workload, container }),
            sentence: t('health.init.runningSentence'),
          };
    }
    case 'memory-suffices': {
      const { workload, container, limit, restarts } = finding.message.values;
      return {
        title: t('health.memory.title', { workload }),
        sentence: limit
          ? t('health.memory.sentence', { container, limit })
          : t('health.memory.unlimited', { container }),
        note: t('crash.restarts', { count: restarts }),
      };
    }
    case 'container-keeps-running': {
      const { values } = finding.message;
      return {
        title: t('crash.title', { workload: values.workload }),
        sentence: t('crash.sentence', { container: values.container }),
        note: describeEnd(values, t),
      };
    }
    case 'probes-pass': {
      const { workload, container, pods } = finding.message.values;
      return {
        title: t('health.probes.title', { workload }),
        sentence: t('health.probes.sentence', { container, count: pods }),
      };
    }
    case 'rollout-finishes': {
      const { workload, ready, of } = finding.message.values;
      return {
        title: t('rollout.title', { workload }),
        sentence: t('rollout.sentence', { ready: String(ready), count: of }),
      };
    }
    default:
      return finding satisfies never;
  }
}

function describeAdmission(
  { subject, message }: HealthFindingOf<'admission-accepts'>,
  t: Translate,
): FindingWords {
  const { namespace } = subject;
  const { workload, by = '' } = message.values;
  switch (message.id) {
    case 'pod-security':
      return {
        title: t('health.podSecurity.title', { workload }),
        sentence: t('health.podSecurity.sentence', { namespace, by }),
      };
    case 'security-context-constraint':
      return {
        title: t('health.constraint.title', { workload }),
        sentence: t('health.constraint.sentence'),
      };
    case 'limit-range':
      return {
        title: t('health.limitRange.title', { workload }),
        sentence: t('health.limitRange.sentence', { namespace }),
      };
    case 'policy':
      return {
        title: t('health.policy.title', { workload }),
        sentence: t('health.policy.sentence', { by }),
      };
    case 'webhook-fails':
      return {
        title: t('health.webhook.title', { workload }),
        sentence: t('health.webhook.sentence', { by }),
      };
    case 'refused':
      return {
        title: t('health.refused.title', { workload }),
        sentence: t('health.refused.sentence', { namespace }),
      };
    default:
      return message.id satisfies never;
  }
}

function describeNode(
  { message }: HealthFindingOf<'node-serves-pods'>,
  t: Translate,
): FindingWords {
  const { workload, pods, node, gate = '' } = message.values;
  if (message.id === 'gate-closed') {
    return {
      title: t('health.gate.title', { workload, gate }),
      sentence: t('health.gate.sentence', { count: pods }),
    };
  }
  return {
    title: node
      ? t('health.node.title', { workload, node })
      : t('health.node.unnamed', { workload }),
    sentence: t('health.node.sentence', { count: pods }),
  };
}

function describeImage(
  { message }: HealthFindingOf<'image-pullable'>,
  t: Translate,
): FindingWords {
  const { workload, container, image = '', isNewRevision } = message.values;
  const quote = message.values.words;
  if (message.id === 'invalid-name') {
    return {
      title: t('health.image.invalid', { workload }),
      sentence: t('health.image.invalidSentence', { container, image }),
      quote,
    };
  }
  return {
    title: isNewRevision
      ? t('health.image.titleNew', { workload })
      : t('health.image.title', { workload }),
    sentence: t('health.image.sentence', { container, image }),
    quote,
  };
}

function describeConfiguration(
  { message }: HealthFindingOf<'configuration-exists'>,
  t: Translate,
): FindingWords {
  const { workload, container, words } = message.values;
  const { kind = '', name = '', key = '' } = message.values;
  switch (message.id) {
    case 'object-missing':
      return {
        title: t('health.configuration.objectMissing', {
          workload,
          kind,
          name,
        }),
        sentence: t('health.configuration.sentence', { container }),
      };
    case 'key-missing':
      return {
        title: t('health.configuration.keyMissing', {
          workload,
          kind,
          name,
          key,
        }),
        sentence: t('health.configuration.sentence', { container }),
      };
    case 'refused':
      return {
        title: t('health.configuration.refused', { workload }),
        sentence: t('health.configuration.refusedSentence', { container }),
        quote: words,
      };
    default:
      return message.id satisfies never;
  }
}
