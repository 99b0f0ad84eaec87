import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ClusterSummary } from '@portal-operations/plugin-label-contract-common';
import { useNow } from '../../hooks/useNow';
import { labelContractTranslationRef } from '../../translation';
import { describeNextTry } from '../../words/describeClusterRow';

/** Props of {@link NextTry}. */
export interface NextTryProps {
  readonly cluster: Pick<ClusterSummary, 'state' | 'watches'>;
}

/** When a cluster is asked again; counts down by itself, and is empty where nobody asks. */
export function NextTry({ cluster }: NextTryProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  const now = useNow();
  return <>{describeNextTry(cluster, now, t)}</>;
}
