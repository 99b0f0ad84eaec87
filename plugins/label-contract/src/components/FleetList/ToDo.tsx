import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { ToDoWords } from '../../words/describeFleetRow';
import { DESK_ICONS } from '../Desk/Desk';
import { SmallLine } from '../SmallLine/SmallLine';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: 8, minWidth: 0 },
    icon: {
      width: 16,
      height: 16,
      marginTop: 2,
      flex: 'none',
      color: mutedColor(theme),
    },
    body: { display: 'block', minWidth: 0, overflowWrap: 'anywhere' },
    note: { color: mutedColor(theme) },
  }),
  { name: 'LabelContractToDo' },
);

/** Props of {@link ToDo}. */
export interface ToDoProps {
  readonly words: ToDoWords;
  /** What to do it with. */
  readonly children?: ReactNode;
}

/** Who acts, and on what. No status colour: whose job it is is not good or bad. */
export function ToDo({ words, children }: ToDoProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { desk, who, text, detail } = words;
  if (!desk || who === undefined) {
    return <span className={classes.note}>{text}</span>;
  }
  const Icon = DESK_ICONS[desk];
  return (
    <div className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      <div className={classes.body}>
        <b>{t('fleetRow.who', { who })}</b> {text}
        {detail && <SmallLine>{detail}</SmallLine>}
        {children}
      </div>
    </div>
  );
}
