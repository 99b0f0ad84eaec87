import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { describeMoment } from '../../words/describeTime';
import { Explanation } from './Explanation';

/** Props of {@link RemovedSection}. */
export interface RemovedSectionProps {
  /** When the last workload was seen, ISO 8601. */
  readonly since: string;
}

/** There was something, and it is gone: since when. */
export function RemovedSection({ since }: RemovedSectionProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Explanation>
      <p>{t('removed.sentence', { time: describeMoment(since, t) })}</p>
    </Explanation>
  );
}
