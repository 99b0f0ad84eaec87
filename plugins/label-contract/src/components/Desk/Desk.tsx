import { makeStyles } from '@material-ui/core/styles';
import BuildIcon from '@material-ui/icons/Build';
import DescriptionIcon from '@material-ui/icons/Description';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import PeopleIcon from '@material-ui/icons/People';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Desk as DeskId } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeDesk } from '../../words/describeDesk';
import { RuleId } from '../RuleId/RuleId';
import { mutedColor, toneColors } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: '4px 10px',
    },
    chip: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      height: 24,
      padding: '0 10px 0 8px',
      borderRadius: 12,
      background: toneColors(theme, 'calm').tint,
      color: theme.palette.text.primary,
      fontSize: 13,
      whiteSpace: 'nowrap',
    },
    icon: { width: 16, height: 16, color: mutedColor(theme) },
  }),
  { name: 'LabelContractDesk' },
);

/** The sign of each desk. */
export const DESK_ICONS: Record<DeskId, typeof BuildIcon> = {
  ops: BuildIcon,
  team: PeopleIcon,
  catalog: DescriptionIcon,
  nobody: InfoIcon,
};

/** Props of {@link Desk}. */
export interface DeskProps {
  readonly desk: DeskId;
  readonly entityOwner?: string;
  /** Id of the rule that is not kept. */
  readonly rule?: string;
}

/** Who acts, and the rule that says so. No status colour: whose job it is is not good or bad. */
export function Desk({ desk, entityOwner, rule }: DeskProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const Icon = DESK_ICONS[desk];
  return (
    <div className={classes.root}>
      <span className={classes.chip}>
        <Icon className={classes.icon} aria-hidden />
        {describeDesk({ desk, entityOwner }, t)}
      </span>
      {rule && <RuleId rule={rule} />}
    </div>
  );
}
