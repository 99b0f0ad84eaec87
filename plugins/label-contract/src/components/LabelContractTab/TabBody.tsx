import { makeStyles } from '@material-ui/core/styles';
import { Entity } from '@backstage/catalog-model';
import {
  EntityHistory,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { LiveState, Received } from '../../hooks/liveState';
import { isOptedOut } from '../../words/describeVerdicts';
import { ClustersPanel } from '../ClustersPanel/ClustersPanel';
import { FindingPanels } from '../FindingPanels/FindingPanels';
import { areAllOpen, GateListPanel } from '../GateListPanel/GateListPanel';
import { HistoryPanel } from '../HistoryPanel/HistoryPanel';
import { IgnoredNotice } from '../LabelContractCard/IgnoredNotice';
import { SummaryPanel } from '../SummaryPanel/SummaryPanel';
import { WorkloadsPanel } from '../WorkloadsPanel/WorkloadsPanel';

const useStyles = makeStyles(
  {
    columns: {
      display: 'grid',
      gap: 20,
      alignItems: 'start',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(260px, 316px)',
    },
    oneColumn: { gridTemplateColumns: 'minmax(0, 1fr)' },
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
}

/** A report in full: verdicts and gates, what is to do and for whom, and everything it is drawn from. */
export function TabBody(props: TabBodyProps) {
  const { entity, state, received, history, isNarrow } = props;
  const classes = useStyles();
  const report = received.body;
  const isOld = state.kind === 'failed';
  if (isOptedOut(report.contract)) {
    return <IgnoredNotice entity={entity} />;
  }
  return (
    <>
      <SummaryPanel state={state} received={received} isNarrow={isNarrow} />
      <div
        className={
          isNarrow ? `${classes.columns} ${classes.oneColumn}` : classes.columns
        }
      >
        <div className={classes.column}>
          <FindingPanels entity={entity} received={received} isOld={isOld} />
        </div>
        <div className={classes.column}>
          {areAllOpen(report.gates) && <GateListPanel report={report} />}
          <HistoryPanel state={history} />
          <ClustersPanel report={report} asOf={received.asOf} />
        </div>
      </div>
      <WorkloadsPanel report={report} isNarrow={isNarrow} isOld={isOld} />
    </>
  );
}
