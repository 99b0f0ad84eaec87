import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { edgeColor, focusRing, mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      width: '100%',
      maxWidth: 420,
      minHeight: 36,
      padding: '0 10px',
      border: `1px solid ${edgeColor(theme)}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
      fontSize: 14,
      '&:focus-within': focusRing(theme),
    },
    // Material UI makes it too faint to read.
    input: {
      '&::placeholder': { color: mutedColor(theme), opacity: 1 },
    },
    icon: { width: 18, height: 18, marginRight: 8, color: mutedColor(theme) },
  }),
  { name: 'LabelContractSearchField' },
);

/** Props of {@link SearchField}. */
export interface SearchFieldProps {
  /** Stands in the empty field, too. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field for words to look for. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const classes = useStyles();
  return (
    <InputBase
      className={classes.root}
      classes={{ input: classes.input }}
      type="search"
      value={value}
      placeholder={label}
      inputProps={{ 'aria-label': label }}
      startAdornment={<SearchIcon className={classes.icon} aria-hidden />}
      onChange={event => onChange(event.target.value)}
    />
  );
}
