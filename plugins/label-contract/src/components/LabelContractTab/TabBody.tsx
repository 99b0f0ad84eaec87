import { makeStyles } from '@material-ui/core/styles';
import { Entity } from '@backstage/catalog-model';
import {
  EntityHistory,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { LiveState, Received } from '../../hooks/liveState';
import { isOptedOut } from '../../words/describeVerdicts';
import { ClustersPanel } from '../ClustersPanel/ClustersPanel';
import {
  FindingPanels,
  hasFindingPanels,
} from '../FindingPanels/FindingPanels';
import { areAllOpen, GateListPanel } from '../GateListPanel/GateListPanel';
import { HistoryPanel } from '../HistoryPanel/HistoryPanel';
import { IgnoredNotice } from '../LabelContractCard/IgnoredNotice';
import { SummaryPanel } from '../SummaryPanel/SummaryPanel';
import { WorkloadsPanel, isCompact } from '../WorkloadsPanel/WorkloadsPanel';

const useStyles = makeStyles(
  {
    columns: {
      display: 'grid',
      gap: 20,
      alignItems: 'start',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(260px, 316px)',
    },
    oneColumn: { gridTemplateColumns: 'minmax(0, 1fr)' },
    // Where nothing is to do, what stands beside that takes the whole width.
    row: {
      display: 'grid',
      gap: 20,
      gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    },
    column: {
      display: 'grid',
      gap: 20,
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  { name: 'LabelContractTabBody' },
);

/** Props of {@link TabBody}. */
export interface TabBodyProps {
  readonly entity: Entity;
  readonly state: LiveState<EntityReport>;
  readonly received: Received<EntityReport>;
  readonly history: LiveState<EntityHistory>;
  /** One column, and lists in place of tables. */
  readonly isNarrow: boolean;
  /** A table with few columns fits beside the side column. */
  readonly isRoomy: boolean;
}

/** A report in full: verdicts and gates, what is to do and for whom, and everything it is drawn from. */
export function TabBody(props: TabBodyProps) {
  const { entity, state, received, history, isNarrow, isRoomy } = props;
  const classes = useStyles();
  const report = received.body;
  const isOld = state.kind === 'failed';
  if (isOptedOut(report.contract)) {
    return <IgnoredNotice entity={entity} />;
  }
  // An old answer has no commands, and its gates may be others by now.
  const hasPanels = !isOld && hasFindingPanels(report, entity);
  // What is to do is often short, and what stands beside it long: the table fills the gap where it fits.
  const isTableInColumn = hasPanels && isRoomy && isCompact(report);
  const workloads = (
    <WorkloadsPanel report={report} isNarrow={isNarrow} isOld={isOld} />
  );
  const side = (
    <>
      {!isOld && areAllOpen(report.gates) && <GateListPanel report={report} />}
      <HistoryPanel state={history} />
      <ClustersPanel report={report} asOf={received.asOf} isOld={isOld} />
    </>
  );
  return (
    <>
      <SummaryPanel state={state} received={received} isNarrow={isNarrow} />
      {hasPanels ? (
        <div
          className={
            isNarrow
              ? `${classes.columns} ${classes.oneColumn}`
              : classes.columns
          }
        >
          <div className={classes.column}>
            <FindingPanels entity={entity} received={received} />
            {isTableInColumn && workloads}
          </div>
          <div className={classes.column}>{side}</div>
        </div>
      ) : (
        <div className={classes.row}>{side}</div>
      )}
      {!isTableInColumn && workloads}
    </>
  );
}
