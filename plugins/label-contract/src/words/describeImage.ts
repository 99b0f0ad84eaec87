import { Translate } from '../translation';
import { HealthFindingOf } from './describeHealth';
import { FindingWords } from './FindingWords';

/** The words where an image cannot be had. */
export function describeImage(
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
