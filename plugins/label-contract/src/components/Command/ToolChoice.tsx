import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FixForm } from '../../hooks/useFixForm';
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
  readonly form: FixForm;
  /** Whether there is a patch to choose. */
  readonly hasPatch: boolean;
  readonly onChange: (form: FixForm) => void;
}

/** Chooses the command-line tool that fixes are shown for, or the patch alone; arrow keys move the choice. */
export function ToolChoice(props: ToolChoiceProps) {
  const { name, form, hasPatch, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const options: readonly FixForm[] = hasPatch
    ? [...fixTools, 'patch']
    : fixTools;
  return (
    <span role="radiogroup" aria-label={t('fix.tool')} className={classes.root}>
      {options.map(option => (
        <label
          key={option}
          className={`${classes.option} ${
            option === form ? classes.chosen : ''
          }`}
        >
          <input
            type="radio"
            name={name}
            value={option}
            className={classes.input}
            checked={option === form}
            onChange={() => onChange(option)}
          />
          {option === 'patch' ? t('fix.patch') : option}
        </label>
      ))}
    </span>
  );
}
