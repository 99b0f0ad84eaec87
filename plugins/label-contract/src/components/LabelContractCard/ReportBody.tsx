import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity } from '@backstage/catalog-model';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { Received } from '../../hooks/liveState';
import { labelContractTranslationRef } from '../../translation';
import { asOfReport } from '../../words/describeClusters';
import { describeOthers } from '../../words/describeDesk';
import { describeNotes } from '../../words/describeNotes';
import { describeServing } from '../../words/describeServing';
import { FindingSection } from '../FindingSection/FindingSection';
import { Verdicts } from '../Verdicts/Verdicts';
import { mutedColor } from '../tones';
import { explanationOf } from './explanationOf';
import { IgnoredNotice } from './IgnoredNotice';

const useStyles = makeStyles(
  theme => ({
    section: {
      borderTop: `1px solid ${theme.palette.divider}`,
      paddingTop: 16,
    },
    quiet: {
      margin: 0,
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
  }),
  { name: 'LabelContractReportBody' },
);

/** Props of {@link ReportBody}. */
export interface ReportBodyProps {
  readonly entity: Entity;
  readonly received: Received<EntityReport>;
  /** True for an answer that could not be renewed: it loses its colour and its finding. */
  readonly isOld: boolean;
}

/** A report: two verdicts, and where somebody has to act, the one thing to do. */
export function ReportBody({ entity, received, isOld }: ReportBodyProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { body: report } = received;
  const { contract, findings, entityOwner } = report;

  if (
    contract.verdict === 'not-applicable' &&
    contract.reason === 'opted-out'
  ) {
    return <IgnoredNotice entity={entity} />;
  }
  if (isOld) {
    return <Verdicts report={report} lastAt={new Date(received.receivedAt)} />;
  }

  // Nobody has to act on a note, so it takes no room from what is wrong, and never looks like it.
  const [first, ...rest] = findings.filter(
    ({ severity }) => severity !== 'info',
  );
  const quiet = first
    ? describeOthers({ findings: rest, entityOwner }, t)
    : describeNotes(findings, t);
  const explanation = first ? undefined : explanationOf(report, entity);
  return (
    <>
      <Verdicts report={report} />
      {first && (
        <div className={classes.section}>
          <FindingSection
            finding={first}
            entityOwner={entityOwner}
            asOf={asOfReport(received) ?? new Date(received.receivedAt)}
            serving={describeServing({ finding: first, report }, t)}
          />
        </div>
      )}
      {explanation && <div className={classes.section}>{explanation}</div>}
      {quiet && <p className={classes.quiet}>{quiet}</p>}
    </>
  );
}
