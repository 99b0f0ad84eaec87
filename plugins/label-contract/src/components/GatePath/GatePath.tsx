import { makeStyles, useTheme } from '@material-ui/core/styles';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import ViewListIcon from '@material-ui/icons/ViewList';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  GateReport,
  GateState,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeDrawn, describeGate } from '../../words/describeGate';
import { WithCode } from '../Code/WithCode';
import { edgeColor, mutedColor, toneColors } from '../tones';

const ICON_PIXELS = 28;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridAutoFlow: 'column',
      gridAutoColumns: 'minmax(0, 1fr)',
      margin: 0,
      padding: '16px 0 0',
      borderTop: `1px solid ${theme.palette.divider}`,
      listStyle: 'none',
      color: theme.palette.text.primary,
    },
    narrow: { gridAutoFlow: 'row' },
    step: {
      position: 'relative',
      display: 'grid',
      gap: 2,
      alignContent: 'start',
      padding: '0 16px 0 0',
      fontSize: 14,
      lineHeight: '20px',
      '$narrow > &': { padding: '0 0 18px 44px' },
      '$narrow > &:last-child': { paddingBottom: 0 },
    },
    mark: {
      position: 'relative',
      height: ICON_PIXELS,
      marginBottom: 6,
      '& > svg': { width: ICON_PIXELS, height: ICON_PIXELS },
      '$narrow > $step > &': {
        position: 'absolute',
        left: 0,
        top: 0,
        bottom: 0,
        height: 'auto',
        width: ICON_PIXELS,
        margin: 0,
      },
    },
    line: {
      position: 'absolute',
      left: 36,
      right: -8,
      top: 13,
      borderTop: '2px solid currentColor',
      '$narrow > $step > $mark > &': {
        left: 13,
        right: 'auto',
        top: 34,
        bottom: 4,
        borderTop: 0,
        borderLeft: '2px solid currentColor',
      },
    },
    // After the line: where two classes weigh the same, the later one counts.
    stop: {
      color: edgeColor(theme),
      borderTopStyle: 'dashed',
      '$narrow > $step > $mark > &': { borderLeftStyle: 'dashed' },
    },
    number: { color: mutedColor(theme), fontWeight: 400 },
    name: { fontWeight: 700 },
    state: { fontWeight: 700 },
    muted: { color: mutedColor(theme) },
    detail: { fontSize: 13, overflowWrap: 'anywhere' },
  }),
  { name: 'LabelContractGatePath' },
);

const ICONS: Record<GateState, typeof CancelIcon> = {
  open: CheckCircleIcon,
  partly: CancelIcon,
  closed: CancelIcon,
  unknown: HelpOutlineIcon,
};

/** Props of {@link GatePath}. */
export interface GatePathProps {
  readonly gates: readonly GateReport[];
  /** Runs downwards, rather than from left to right. */
  readonly isNarrow: boolean;
}

/** The four gates as a path to the Kubernetes tab, broken where one is not open. */
export function GatePath({ gates, isNarrow }: GatePathProps) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <ol
      className={isNarrow ? `${classes.root} ${classes.narrow}` : classes.root}
      aria-label={t('gates.label')}
    >
      {gates.map((gate, index) => {
        const { name, state, tone, detail, code } = describeGate(gate, t);
        const { text } = toneColors(theme, tone);
        const Icon = ICONS[gate.state];
        return (
          <li key={gate.gate} className={classes.step}>
            <div className={classes.mark} style={{ color: text }} aria-hidden>
              <Icon />
              <span
                className={
                  gate.state === 'open'
                    ? classes.line
                    : `${classes.line} ${classes.stop}`
                }
              />
            </div>
            <div className={classes.name}>
              <span className={classes.number}>{index + 1}</span> {name}
            </div>
            <div className={classes.state} style={{ color: text }}>
              {state}
            </div>
            <div className={classes.detail}>
              <WithCode text={detail} code={code} />
            </div>
          </li>
        );
      })}
      <li className={classes.step}>
        <div className={`${classes.mark} ${classes.muted}`} aria-hidden>
          <ViewListIcon />
        </div>
        <div className={classes.name}>{t('gates.end')}</div>
        <div className={classes.muted}>{t('gates.shows')}</div>
        <div className={classes.detail}>{describeDrawn(gates, t)}</div>
      </li>
    </ol>
  );
}
