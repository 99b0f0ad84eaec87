import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Translate, labelContractTranslationRef } from '../../translation';
import { describeHiddenBecause } from '../../words/describeHiddenBecause';
import {
  describeLevelLabel,
  describePodsLabel,
} from '../../words/describeLevelLabel';
import { describeManager } from '../../words/describeManager';
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
  isOld: boolean,
): readonly Column[] {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
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
    ...labelColumns(rows, t),
    {
      id: 'tab',
      title: t('workloads.onTab'),
      cell: row => {
        const { word, detail } = describeOnTab(row, t);
        return (
          <>
            {word === t('workloads.visible') ? word : <b>{word}</b>}
            {detail && <SmallLine>{detail}</SmallLine>}
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
          ready: pods.ready,
          of: pods.of,
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
