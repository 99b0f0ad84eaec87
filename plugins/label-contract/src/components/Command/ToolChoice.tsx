import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FixTool } from '@portal-operations/plugin-label-contract-common';
import { fixTools } from '../../hooks/useFixTool';
import { labelContractTranslationRef } from '../../translation';
import { edgeColor, focusRing, mutedColor, toneColors } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      border: `1px solid ${edgeColor(theme)}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
    },
    option: {
      position: 'relative',
      padding: '5px 12px',
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
      cursor: 'pointer',
      '& + &': { borderLeft: `1px solid ${edgeColor(theme)}` },
      '&:focus-within': focusRing(theme),
    },
    chosen: {
      background: toneColors(theme, 'busy').tint,
      color: theme.palette.text.primary,
      fontWeight: 700,
    },
    input: {
      position: 'absolute',
      inset: 0,
      width: '100%',
      height: '100%',
      margin: 0,
      opacity: 0,
      cursor: 'pointer',
    },
  }),
  { name: 'LabelContractToolChoice' },
);

/** Props of {@link ToolChoice}. */
export interface ToolChoiceProps {
  /** Unique on the page: radio buttons of one name belong together. */
  readonly name: string;
  readonly tool: FixTool;
  readonly onChange: (tool: FixTool) => void;
}

/** Chooses the command-line tool that fixes are shown for; arrow keys move the choice. */
export function ToolChoice({ name, tool, onChange }: ToolChoiceProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <span role="radiogroup" aria-label={t('fix.tool')} className={classes.root}>
      {fixTools.map(option => (
        <label
          key={option}
          className={`${classes.option} ${
            option === tool ? classes.chosen : ''
          }`}
        >
          <input
            type="radio"
            name={name}
            value={option}
            className={classes.input}
            checked={option === tool}
            onChange={() => onChange(option)}
          />
          {option}
        </label>
      ))}
    </span>
  );
}
