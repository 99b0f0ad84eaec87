import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { accessTroubles } from '../../words/describeClusters';
import { Desk } from '../Desk/Desk';
import { Explanation } from './Explanation';

/** Props of {@link UnknownSection}. */
export interface UnknownSectionProps {
  readonly report: EntityReport;
}

/** Why nothing can be said, and who can change that. */
export function UnknownSection({ report }: UnknownSectionProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
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
}
