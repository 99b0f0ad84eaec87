import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { LevelWords } from '../../words/describeLevelLabel';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden';
import { monospace, mutedColor, toneColors } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'inline-flex', gap: 6 },
    good: { color: mutedColor(theme) },
    goodIcon: { color: toneColors(theme, 'good').text },
    bad: { color: toneColors(theme, 'bad').text, fontWeight: 700 },
    old: { color: mutedColor(theme) },
    icon: { width: 16, height: 16, marginTop: 2, flex: 'none' },
    label: { fontFamily: monospace, fontSize: 12.5, lineHeight: '20px' },
  }),
  { name: 'LabelContractLevelCell' },
);

/** Props of {@link LevelCell}. */
export interface LevelCellProps {
  readonly words: LevelWords;
  /** An old answer loses its colour. */
  readonly isOld: boolean;
}

/** The label of one level, right or wrong. Read as "differs: payments-gateway". */
export function LevelCell({ words, isOld }: LevelCellProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { matches, text, isLabel } = words;
  const Icon = matches ? CheckIcon : CloseIcon;
  return (
    <span
      className={[
        classes.root,
        matches ? classes.good : classes.bad,
        isOld ? classes.old : '',
      ].join(' ')}
    >
      <Icon
        className={
          matches && !isOld
            ? `${classes.icon} ${classes.goodIcon}`
            : classes.icon
        }
        aria-hidden
      />
      <VisuallyHidden>
        {matches
          ? t('workloads.matches', { value: text })
          : t('workloads.differs', { value: text })}
      </VisuallyHidden>
      <span className={isLabel ? classes.label : undefined} aria-hidden>
        {text}
      </span>
    </span>
  );
}
