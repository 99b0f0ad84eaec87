import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { useState } from 'react';
import { Translate, labelContractTranslationRef } from '../../translation';
import { contractCounts, describeContract } from '../../words/describeVerdicts';
import { Panel } from '../Panel/Panel';
import { SearchField } from '../SearchField/SearchField';
import { Table } from '../Table/Table';
import { TextButton } from '../TextButton/TextButton';
import { mutedColor } from '../tones';
import { WorkloadFootnotes } from './WorkloadFootnotes';
import { useWorkloadColumns } from './useWorkloadColumns';
import { areAllLevelsRight, searchRows, workloadRows } from './workloadRows';

/** So many rows are drawn at once; beyond, a list needs a search field and patience. */
const ROWS_AT_ONCE = 50;
/** A longer table stands by itself. */
const FEW_ROWS = 12;

const useStyles = makeStyles(
  theme => ({
    bar: { padding: '12px 16px' },
    quiet: {
      margin: 0,
      padding: 16,
      fontSize: 14,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
    foot: {
      display: 'grid',
      gap: 8,
      padding: '12px 16px',
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    more: { justifySelf: 'start' },
  }),
  { name: 'LabelContractWorkloadsPanel' },
);

/** Whether the table has few columns, and few rows. */
export function isCompact(report: EntityReport): boolean {
  const rows = workloadRows(report);
  return rows.length <= FEW_ROWS && areAllLevelsRight(rows);
}

/** Props of {@link WorkloadsPanel}. */
export interface WorkloadsPanelProps {
  readonly report: EntityReport;
  readonly isNarrow: boolean;
  /** An old answer loses its colour. */
  readonly isOld: boolean;
}

/** Every workload of the service with its labels, level by level; and, folded, what was left out. */
export function WorkloadsPanel(props: WorkloadsPanelProps) {
  const { report, isNarrow, isOld } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const rows = workloadRows(report);
  const found = searchRows(rows, search);
  const columns = useWorkloadColumns(rows, isOld);
  const title = t('workloads.title');
  return (
    <Panel
      title={title}
      label={title}
      isFlush
      aside={rows.length > 0 && describeCount(report, t)}
      footer={<WorkloadFootnotes report={report} />}
    >
      {rows.length > ROWS_AT_ONCE && (
        <div className={classes.bar}>
          <SearchField
            label={t('workloads.search')}
            value={search}
            onChange={setSearch}
          />
        </div>
      )}
      {found.length === 0 ? (
        <p className={classes.quiet}>
          {rows.length === 0 ? describeNone(report, t) : t('workloads.noMatch')}
        </p>
      ) : (
        <Table
          label={title}
          columns={columns}
          rows={found.slice(0, shown)}
          keyOf={({ ref }) => `${ref.cluster}/${ref.uid}`}
          isNarrow={isNarrow}
        />
      )}
      {found.length > shown && (
        <div className={classes.foot}>
          <TextButton
            className={classes.more}
            onClick={() => setShown(shown + 4 * ROWS_AT_ONCE)}
          >
            {t('workloads.more', { others: found.length - shown })}
          </TextButton>
        </div>
      )}
    </Panel>
  );
}

/** What is not seen now is not said to be visible. */
function describeCount(report: EntityReport, t: Translate): string {
  const { contract, visible } = report;
  const { count, of } = visible;
  if (contract.verdict === 'unknown') {
    return describeContract(contractCounts(report), t).detail;
  }
  return count === of
    ? t('workloads.allVisible', { of })
    : t('workloads.someVisible', { of, visible: count });
}

/** What was not read is not zero. */
function describeNone({ contract }: EntityReport, t: Translate): string {
  return contract.verdict === 'unknown'
    ? t('visible.notRead')
    : t('workloads.none');
}
