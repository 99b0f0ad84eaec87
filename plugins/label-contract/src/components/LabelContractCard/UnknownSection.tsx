import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeAccess } from '../../words/describeAccess';
import { describeLastWord } from '../../words/describeClusters';
import { Desk } from '../Desk/Desk';
import { NextTry } from '../NextTry/NextTry';
import { Roles } from '../Roles/Roles';
import { Explanation } from './Explanation';

/** Props of {@link UnknownSection}. */
export interface UnknownSectionProps {
  readonly report: EntityReport;
}

/** Why nothing can be said, and who can change that: by which right, where one is missing. */
export function UnknownSection({ report }: UnknownSectionProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <>
      {report.access.map(finding => {
        const { rule, owner, subject, message, fixes } = finding;
        const { title, sentence, quote } = describeAccess(finding, t);
        const state = report.clusters.find(
          ({ name }) => name === subject.name,
        )?.state;
        const lastWord = state && describeLastWord(state, Date.now(), t);
        return (
          <Explanation key={`${subject.name}/${rule}/${message.id}`}>
            <Desk desk={owner} rule={rule} />
            <h3>{title}</h3>
            <p>{fixes.length > 0 ? sentence : quote || sentence}</p>
            <Roles fixes={fixes} />
            {state && 'problem' in state && (
              <small>
                {lastWord} <NextTry cluster={{ state, watches: {} }} />
              </small>
            )}
          </Explanation>
        );
      })}
    </>
  );
}
