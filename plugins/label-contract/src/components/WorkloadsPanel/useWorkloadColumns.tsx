import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Translate, labelContractTranslationRef } from '../../translation';
import { describeHiddenBecause } from '../../words/describeHiddenBecause';
import {
  describeLevelLabel,
  describePodsLabel,
} from '../../words/describeLevelLabel';
import { describeManager } from '../../words/describeManager';
import { describeClock } from '../../words/describeTime';
import { markOfHealth } from '../../words/describeVerdicts';
import { SmallLine } from '../SmallLine/SmallLine';
import { TableColumn } from '../Table/TableColumn';
import { VerdictMark } from '../VerdictMark/VerdictMark';
import { WorkloadName } from '../WorkloadCells/WorkloadName';
import { WorkloadPlace } from '../WorkloadCells/WorkloadPlace';
import { mutedColor } from '../tones';
import { LevelCell } from './LevelCell';
import { WorkloadRow, areAllLevelsRight } from './workloadRows';

const useStyles = makeStyles(
  theme => ({ muted: { color: mutedColor(theme) } }),
  { name: 'LabelContractWorkloadColumns' },
);

type Column = TableColumn<WorkloadRow>;

/** The columns of a service's workloads; a level that no workload has gets none. */
export function useWorkloadColumns(
  rows: readonly WorkloadRow[],
  isReportOld: boolean,
): readonly Column[] {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  // What a silent cluster said last is as old as an answer that could not be renewed.
  const isOld = ({ lastSeen }: WorkloadRow) =>
    isReportOld || lastSeen !== undefined;
  return [
    {
      id: 'name',
      title: t('workloads.name'),
      isWide: true,
      cell: ({ ref }) => <WorkloadName workload={ref} />,
    },
    {
      id: 'where',
      title: t('workloads.where'),
      cell: ({ ref }) => <WorkloadPlace workload={ref} />,
    },
    ...labelColumns({ rows, isOld }, t),
    {
      id: 'tab',
      title: t('workloads.onTab'),
      cell: row => {
        const { word, detail } = describeOnTab(row, t);
        return (
          <>
            {word === t('workloads.visible') ? (
              word
            ) : (
              <b className={isOld(row) ? classes.muted : undefined}>{word}</b>
            )}
            {detail && <SmallLine>{detail}</SmallLine>}
          </>
        );
      },
    },
    {
      id: 'health',
      title: t('workloads.health'),
      cell: row => (
        <VerdictMark
          words={markOfHealth({ verdict: row.health }, t)}
          size="small"
          isOld={isOld(row)}
        />
      ),
    },
    {
      id: 'ready',
      title: t('workloads.ready'),
      isNumber: true,
      cell: row => (
        <span className={isOld(row) ? classes.muted : undefined}>
          {row.pods.of === 0
            ? t('workloads.nonePresent')
            : t('workloads.readyOf', {
                ready: row.pods.ready,
                of: row.pods.of,
              })}
        </span>
      ),
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

function labelColumns(
  options: {
    rows: readonly WorkloadRow[];
    isOld: (row: WorkloadRow) => boolean;
  },
  t: Translate,
): Column[] {
  const { rows, isOld } = options;
  if (areAllLevelsRight(rows)) {
    return [
      {
        id: 'labels',
        title: t('workloads.labels'),
        cell: row => (
          <LevelCell
            isOld={isOld(row)}
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
      cell: row => (
        <LevelCell
          words={describeLevelLabel(row.levels.object, t)}
          isOld={isOld(row)}
        />
      ),
    },
    ...(hasJobTemplates
      ? [
          {
            id: 'job-template',
            title: t('workloads.onJobTemplate'),
            cell: (row: WorkloadRow) =>
              row.levels.jobTemplate && (
                <LevelCell
                  words={describeLevelLabel(row.levels.jobTemplate, t)}
                  isOld={isOld(row)}
                />
              ),
          },
        ]
      : []),
    {
      id: 'pod-template',
      title: t('workloads.onPodTemplate'),
      cell: row => (
        <LevelCell
          words={describeLevelLabel(row.levels.podTemplate, t)}
          isOld={isOld(row)}
        />
      ),
    },
    {
      id: 'pods',
      title: t('workloads.onPods'),
      cell: row => (
        <LevelCell
          words={describePodsLabel(row.levels, t)}
          isOld={isOld(row)}
        />
      ),
    },
  ];
}

function describeOnTab(
  row: WorkloadRow,
  t: Translate,
): { readonly word: string; readonly detail?: string } {
  const word =
    row.kind === 'near-miss'
      ? t('workloads.hidden')
      : t(`workloads.${row.visibility}`);
  if (row.lastSeen !== undefined) {
    const time = describeClock(new Date(row.lastSeen), Date.now(), t);
    return {
      word: t('workloads.lastSeen'),
      detail: t('workloads.seenThen', { seen: word, time }),
    };
  }
  if (row.kind === 'near-miss') {
    return { word };
  }
  return {
    word,
    detail: row.hiddenBecause && describeHiddenBecause(row.hiddenBecause, t),
  };
}
