import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { useState } from 'react';
import { Translate, labelContractTranslationRef } from '../../translation';
import { describeHiddenBecause } from '../../words/describeHiddenBecause';
import {
  describeLevelLabel,
  describePodsLabel,
} from '../../words/describeLevelLabel';
import { describeManager } from '../../words/describeManager';
import { describeNotChecked } from '../../words/describeNotChecked';
import { describeSign } from '../../words/describeSign';
import { markOfHealth } from '../../words/describeVerdicts';
import { Disclosure } from '../Disclosure/Disclosure';
import { Panel } from '../Panel/Panel';
import { SearchField } from '../SearchField/SearchField';
import { Table, TableColumn } from '../Table/Table';
import { TextButton } from '../TextButton/TextButton';
import { VerdictMark } from '../VerdictMark/VerdictMark';
import { mutedColor } from '../tones';
import { LevelCell } from './LevelCell';
import {
  WorkloadRow,
  areAllLevelsRight,
  searchRows,
  workloadRows,
} from './workloadRows';

/** So many rows are drawn at once; beyond, a list needs a search field and patience. */
const ROWS_AT_ONCE = 50;

const useStyles = makeStyles(
  theme => ({
    name: { display: 'block', fontWeight: 700 },
    small: {
      display: 'block',
      fontSize: 12,
      lineHeight: '16px',
      color: mutedColor(theme),
    },
    muted: { color: mutedColor(theme) },
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

type Column = TableColumn<WorkloadRow>;

function labelColumns(rows: readonly WorkloadRow[], t: Translate): Column[] {
  if (areAllLevelsRight(rows)) {
    return [
      {
        id: 'labels',
        title: t('workloads.labels'),
        cell: () => (
          <LevelCell
            words={{
              matches: true,
              text: t('workloads.allLevels'),
              isLabel: false,
            }}
          />
        ),
      },
    ];
  }
  const hasJobTemplates = rows.some(({ levels }) => levels.jobTemplate);
  return [
    {
      id: 'object',
      title: t('workloads.onObject'),
      cell: ({ levels }) => (
        <LevelCell words={describeLevelLabel(levels.object, t)} />
      ),
    },
    ...(hasJobTemplates
      ? [
          {
            id: 'job-template',
            title: t('workloads.onJobTemplate'),
            cell: ({ levels }: WorkloadRow) =>
              levels.jobTemplate && (
                <LevelCell words={describeLevelLabel(levels.jobTemplate, t)} />
              ),
          },
        ]
      : []),
    {
      id: 'pod-template',
      title: t('workloads.onPodTemplate'),
      cell: ({ levels }) => (
        <LevelCell words={describeLevelLabel(levels.podTemplate, t)} />
      ),
    },
    {
      id: 'pods',
      title: t('workloads.onPods'),
      cell: ({ levels }) => <LevelCell words={describePodsLabel(levels, t)} />,
    },
  ];
}

function describeOnTab(
  row: WorkloadRow,
  t: Translate,
): { readonly word: string; readonly detail?: string } {
  if (row.kind === 'near-miss') {
    return { word: t('workloads.hidden') };
  }
  return {
    word: t(`workloads.${row.visibility}`),
    detail: row.hiddenBecause && describeHiddenBecause(row.hiddenBecause, t),
  };
}

function useColumns(
  rows: readonly WorkloadRow[],
  isOld: boolean,
): readonly Column[] {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return [
    {
      id: 'name',
      title: t('workloads.name'),
      isWide: true,
      cell: ({ ref }) => (
        <>
          <span className={classes.name}>{ref.name}</span>
          <span className={classes.small}>{ref.kind}</span>
        </>
      ),
    },
    {
      id: 'where',
      title: t('workloads.where'),
      cell: ({ ref }) => (
        <>
          {ref.cluster}
          <span className={classes.small}>{ref.namespace}</span>
        </>
      ),
    },
    ...labelColumns(rows, t),
    {
      id: 'tab',
      title: t('workloads.onTab'),
      cell: row => {
        const { word, detail } = describeOnTab(row, t);
        return (
          <>
            {word === t('workloads.visible') ? word : <b>{word}</b>}
            {detail && <span className={classes.small}>{detail}</span>}
          </>
        );
      },
    },
    {
      id: 'health',
      title: t('workloads.health'),
      cell: ({ health }) => (
        <VerdictMark
          words={markOfHealth({ verdict: health }, t)}
          size="small"
          isOld={isOld}
        />
      ),
    },
    {
      id: 'ready',
      title: t('workloads.ready'),
      isNumber: true,
      cell: ({ pods }) =>
        t('workloads.readyOf', {
          ready: String(pods.ready),
          of: String(pods.of),
        }),
    },
    {
      id: 'managed-by',
      title: t('workloads.managedBy'),
      cell: row => (
        <span className={classes.muted}>
          {row.kind === 'matched' && row.managedBy
            ? describeManager(row.managedBy, t)
            : t('workloads.nothing')}
        </span>
      ),
    },
  ];
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
  const columns = useColumns(rows, isOld);
  const { count, of } = report.visible;
  const title = t('workloads.title');
  return (
    <Panel
      title={title}
      label={title}
      isFlush
      aside={
        rows.length > 0 &&
        (count === of
          ? t('workloads.allVisible', { of: String(of) })
          : t('workloads.someVisible', {
              of: String(of),
              visible: String(count),
            }))
      }
      footer={<Footnotes report={report} />}
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
          {rows.length === 0 ? t('workloads.none') : t('workloads.noMatch')}
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
            {t('workloads.more', { others: String(found.length - shown) })}
          </TextButton>
        </div>
      )}
    </Panel>
  );
}

/** Hints that are not counted, and rules that could not be asked: for those who look closer. */
function Footnotes({ report }: { readonly report: EntityReport }) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { hints, notChecked } = report;
  if (hints.length === 0 && notChecked.length === 0) {
    return null;
  }
  return (
    <footer className={classes.foot}>
      {hints.length > 0 && (
        <Disclosure summary={t('hints.count', { count: hints.length })}>
          <ul>
            {hints.map(({ ref, signs }) => (
              <li key={`${ref.cluster}/${ref.uid}`}>
                {t('hints.hint', {
                  kind: ref.kind,
                  workload: ref.name,
                  namespace: ref.namespace,
                  cluster: ref.cluster,
                  signs: signs.map(sign => describeSign(sign, t)).join('. '),
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {notChecked.length > 0 && (
        <Disclosure
          summary={t('unchecked.count', { count: notChecked.length })}
        >
          <ul>
            {notChecked.map(({ rule, why }) => (
              <li key={JSON.stringify([rule, why])}>
                {t('unchecked.rule', { rule, why: describeNotChecked(why, t) })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </footer>
  );
}
