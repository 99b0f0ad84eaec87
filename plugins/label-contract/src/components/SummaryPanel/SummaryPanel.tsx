import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { LiveState, Received } from '../../hooks/liveState';
import { labelContractTranslationRef } from '../../translation';
import { describeActing } from '../../words/describeActing';
import { describeHeadline } from '../../words/describeHeadline';
import { DESK_ICONS } from '../Desk/Desk';
import { Freshness } from '../Freshness/Freshness';
import { areAllOpen } from '../GateListPanel/GateListPanel';
import { GatePath } from '../GatePath/GatePath';
import { Panel } from '../Panel/Panel';
import { Verdicts } from '../Verdicts/Verdicts';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    verdicts: {
      display: 'grid',
      gap: 16,
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    },
    narrow: { gridTemplateColumns: 'minmax(0, 1fr)' },
    acting: { color: theme.palette.text.primary, overflowWrap: 'anywhere' },
    label: { fontSize: 12, lineHeight: '16px', color: mutedColor(theme) },
    word: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      margin: '2px 0',
      fontSize: 18,
      lineHeight: '26px',
      fontWeight: 700,
    },
    icon: { width: 22, height: 22, flex: 'none', color: mutedColor(theme) },
    detail: { fontSize: 13, lineHeight: '20px' },
  }),
  { name: 'LabelContractSummaryPanel' },
);

/** Props of {@link SummaryPanel}. */
export interface SummaryPanelProps {
  readonly state: LiveState<EntityReport>;
  readonly received: Received<EntityReport>;
  readonly isNarrow: boolean;
}

/** What is wrong in one line, the two verdicts, who acts, and where the way to the tab is broken. */
export function SummaryPanel({ state, received, isNarrow }: SummaryPanelProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const report = received.body;
  const isOld = state.kind === 'failed';
  const headline = describeHeadline(report, t);
  const { desk, word, detail } = describeActing(report, t);
  const Icon = desk && DESK_ICONS[desk];
  return (
    <Panel
      title={headline}
      label={headline}
      aside={<Freshness state={state} />}
    >
      <div
        className={
          isNarrow ? `${classes.verdicts} ${classes.narrow}` : classes.verdicts
        }
      >
        <Verdicts
          report={report}
          lastAt={isOld ? new Date(received.receivedAt) : undefined}
        />
        <div className={classes.acting}>
          <div className={classes.label}>{t('acts.label')}</div>
          <div className={classes.word}>
            {Icon && <Icon className={classes.icon} aria-hidden />}
            {word}
          </div>
          <div className={classes.detail}>{detail}</div>
        </div>
      </div>
      {!isOld && !areAllOpen(report.gates) && (
        <GatePath gates={report.gates} isNarrow={isNarrow} />
      )}
    </Panel>
  );
}
