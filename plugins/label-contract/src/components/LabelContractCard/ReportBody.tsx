import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity } from '@backstage/catalog-model';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { ReactNode } from 'react';
import { ReceivedReport } from '../../hooks/reportState';
import { labelContractTranslationRef } from '../../translation';
import { liveAsOf } from '../../words/describeClusters';
import { describeOthers } from '../../words/describeDesk';
import { FindingSection } from '../FindingSection/FindingSection';
import { Verdicts } from '../Verdicts/Verdicts';
import { mutedColor } from '../tones';
import { IgnoredNotice } from './IgnoredNotice';
import { NoClaimSection } from './NoClaimSection';
import { NotDeployedSection } from './NotDeployedSection';
import { UnknownSection } from './UnknownSection';

const useStyles = makeStyles(
  theme => ({
    section: {
      borderTop: `1px solid ${theme.palette.divider}`,
      paddingTop: 16,
    },
    others: {
      margin: 0,
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
  }),
  { name: 'LabelContractReportBody' },
);

/** What stands below the verdicts where no finding does. */
function explanationOf(
  report: EntityReport,
  entity: Entity,
): ReactNode | undefined {
  const { contract } = report;
  // The verdicts say that the first read is under way; there is nothing to add.
  if (contract.verdict === 'unknown' && contract.reason !== 'syncing') {
    return <UnknownSection report={report} />;
  }
  if (contract.verdict !== 'not-applicable') {
    return undefined;
  }
  switch (contract.reason) {
    case 'not-deployed':
      return <NotDeployedSection entity={entity} claim={report.claim} />;
    case 'no-claim':
      return (
        <NoClaimSection entity={entity} entityOwner={report.entityOwner} />
      );
    case 'opted-out':
    case 'claim-broken':
      return undefined;
    default:
      return contract satisfies never;
  }
}

/** Props of {@link ReportBody}. */
export interface ReportBodyProps {
  readonly entity: Entity;
  readonly received: ReceivedReport;
  /** True for an answer that could not be renewed: it loses its colour and its finding. */
  readonly isOld: boolean;
}

/** A report: two verdicts, and where somebody has to act, the one thing to do. */
export function ReportBody({ entity, received, isOld }: ReportBodyProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { report } = received;
  const { contract, findings, entityOwner } = report;

  if (
    contract.verdict === 'not-applicable' &&
    contract.reason === 'opted-out'
  ) {
    return <IgnoredNotice entity={entity} />;
  }
  if (isOld) {
    return <Verdicts report={report} isOld />;
  }

  const [first, ...rest] = findings;
  const others = describeOthers({ findings: rest, entityOwner }, t);
  const explanation = first ? undefined : explanationOf(report, entity);
  return (
    <>
      <Verdicts report={report} isOld={false} />
      {first && (
        <div className={classes.section}>
          <FindingSection
            finding={first}
            entityOwner={entityOwner}
            asOf={liveAsOf(report) ?? new Date(received.receivedAt)}
          />
        </div>
      )}
      {others && <p className={classes.others}>{others}</p>}
      {explanation && <div className={classes.section}>{explanation}</div>}
    </>
  );
}
