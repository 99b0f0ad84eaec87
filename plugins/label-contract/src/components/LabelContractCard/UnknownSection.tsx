import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ContractVerdict,
  EntityReport,
  KUBERNETES_LABEL_SELECTOR,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { accessTroubles } from '../../words/describeClusters';
import { Code } from '../Code/Code';
import { Desk } from '../Desk/Desk';
import { Explanation } from './Explanation';

type UnknownReason = Extract<ContractVerdict, { verdict: 'unknown' }>['reason'];

/** Props of {@link UnknownSection}. */
export interface UnknownSectionProps {
  readonly report: EntityReport;
  readonly reason: Exclude<UnknownReason, 'syncing'>;
}

/** Why nothing can be said, and who can change that. */
export function UnknownSection({ report, reason }: UnknownSectionProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  switch (reason) {
    case 'selector-claim':
      return (
        <Explanation>
          <p>
            {t('unknown.selectorSentence', {
              annotation: <Code>{KUBERNETES_LABEL_SELECTOR}</Code>,
            })}
          </p>
        </Explanation>
      );
    case 'cluster-not-read':
      return (
        <>
          {accessTroubles(report, Date.now(), t).map(trouble => (
            <Explanation key={trouble.cluster}>
              <Desk desk="ops" rule={trouble.rule} />
              <h3>{trouble.title}</h3>
              <p>{trouble.sentence}</p>
              {trouble.lastKnown && <small>{trouble.lastKnown}</small>}
            </Explanation>
          ))}
        </>
      );
    default:
      return reason satisfies never;
  }
}
