import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ReactNode } from 'react';
import { labelContractTranslationRef } from '../../translation';
import { describeNumber } from '../../words/describeNumber';
import { focusRing, toneColors } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      minHeight: 26,
      padding: '0 8px',
      borderRadius: 13,
      border: '1px solid transparent',
      fontFamily: 'inherit',
      fontSize: 13,
      lineHeight: '20px',
      color: theme.palette.text.primary,
      whiteSpace: 'nowrap',
      '& svg': { width: 16, height: 16, flex: 'none' },
      '&:hover': { background: toneColors(theme, 'calm').tint },
      '&:focus-visible': focusRing(theme),
      '&[aria-pressed=true]': {
        borderColor: theme.palette.primary.main,
        background: toneColors(theme, 'busy').tint,
      },
    },
  }),
  { name: 'LabelContractTotalButton' },
);

/** Props of {@link TotalButton}. */
export interface TotalButtonProps {
  readonly icon: ReactNode;
  readonly count: number;
  readonly word: string;
  readonly isPressed: boolean;
  readonly onClick: () => void;
}

/** A number that is a filter: a click sets it, a second one clears it. */
export function TotalButton(props: TotalButtonProps) {
  const { icon, count, word, isPressed, onClick } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <ButtonBase
      className={classes.root}
      disableRipple
      aria-pressed={isPressed}
      onClick={onClick}
    >
      {icon}
      <span>
        <b>{describeNumber(count, t)}</b> {word}
      </span>
    </ButtonBase>
  );
}
