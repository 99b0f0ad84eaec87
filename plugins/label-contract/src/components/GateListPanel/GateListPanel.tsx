import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EntityReport,
  GateReport,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeGate } from '../../words/describeGate';
import { Panel } from '../Panel/Panel';
import { VerdictMark } from '../VerdictMark/VerdictMark';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    gate: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: 12,
      padding: '9px 0',
      fontSize: 14,
      lineHeight: '20px',
      color: theme.palette.text.primary,
      '&:first-child': { paddingTop: 0 },
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    end: {
      margin: 0,
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
  }),
  { name: 'LabelContractGateListPanel' },
);

/** Whether nothing on the way to the tab is worth a picture. */
export function areAllOpen(gates: readonly GateReport[]): boolean {
  return gates.every(({ state }) => state === 'open');
}

/** The gates in short, where all of them are open. */
export function GateListPanel({
  report,
}: {
  readonly report: Pick<EntityReport, 'gates'>;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Panel title={t('gates.title')} label={t('gates.label')}>
      <ol className={classes.list}>
        {report.gates.map((gate, index) => {
          const { name, state, detail } = describeGate(gate, t);
          return (
            <li key={gate.gate} className={classes.gate} title={detail}>
              <span>{`${index + 1} ${name}`}</span>
              <VerdictMark
                words={{ mark: 'good', tone: 'good', word: state }}
                size="small"
              />
            </li>
          );
        })}
      </ol>
      <p className={classes.end}>{t('gates.allShown')}</p>
    </Panel>
  );
}
