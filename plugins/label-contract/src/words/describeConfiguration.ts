import { Translate } from '../translation';
import { HealthFindingOf } from './describeHealth';
import { FindingWords } from './FindingWords';

/** The words where a container refers to what is not there. */
export function describeConfiguration(
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
