import { Translate } from '../translation';
import { HealthFindingOf } from './describeHealth';
import { FindingWords } from './FindingWords';

/** The words where a node or a readiness gate keeps pods from traffic. */
export function describeNode(
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
