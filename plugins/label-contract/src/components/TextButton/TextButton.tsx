import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ReactElement } from 'react';
import { edgeColor, focusRing } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      minHeight: 32,
      padding: '0 8px',
      flex: 'none',
      whiteSpace: 'nowrap',
      fontSize: 13,
      lineHeight: '20px',
      fontWeight: 700,
      textTransform: 'none',
      letterSpacing: 'normal',
      '&:focus-visible': focusRing(theme),
    },
    outlined: { padding: '0 12px', border: `1px solid ${edgeColor(theme)}` },
    // Material UI sets the size by a selector of the same weight.
    icon: { '&& > svg': { fontSize: 16 } },
  }),
  { name: 'LabelContractTextButton' },
);

/** Props of {@link TextButton}. */
export interface TextButtonProps {
  readonly children: string;
  readonly onClick: () => void;
  readonly icon?: ReactElement;
  /** Has a border: it is what is to be done here. */
  readonly isOutlined?: boolean;
  readonly isDisabled?: boolean;
  /** Said in place of the words, where those are too short without what is around them. */
  readonly label?: string;
  /** Where it stands. */
  readonly className?: string;
}

/** Every button of this plugin that has words. */
export function TextButton(props: TextButtonProps) {
  const { children, onClick, icon, isOutlined, isDisabled, label, className } =
    props;
  const classes = useStyles();
  return (
    <Button
      className={[
        classes.root,
        isOutlined ? classes.outlined : '',
        className ?? '',
      ].join(' ')}
      classes={{ startIcon: classes.icon }}
      color="primary"
      disableRipple
      disabled={isDisabled}
      startIcon={icon}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
