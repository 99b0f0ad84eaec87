import { Translate } from '../translation';
import { HealthFindingOf } from './describeHealth';
import { FindingWords } from './FindingWords';

/** The words where the API server refuses pods. */
export function describeAdmission(
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
