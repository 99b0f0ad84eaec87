import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import FileCopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCopy } from '../../hooks/useCopy';
import { labelContractTranslationRef } from '../../translation';
import { edgeColor, focusRing } from '../tones';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden';

const useStyles = makeStyles(
  theme => ({
    root: {
      minHeight: 32,
      padding: '0 8px',
      fontSize: 13,
      lineHeight: '20px',
      fontWeight: 700,
      textTransform: 'none',
      letterSpacing: 'normal',
      whiteSpace: 'nowrap',
      flex: 'none',
      '&:focus-visible': focusRing(theme),
    },
    outlined: { padding: '0 12px', border: `1px solid ${edgeColor(theme)}` },
    // Material UI sets the size by a selector of the same weight.
    icon: { '&& > svg': { fontSize: 16 } },
  }),
  { name: 'LabelContractCopyButton' },
);

/** Props of {@link CopyButton}. */
export interface CopyButtonProps {
  readonly text: string;
  /** What the button says; "Copy" unless told. */
  readonly label?: string;
  readonly isOutlined?: boolean;
}

/** Copies a text, and says for 2 seconds that it did. */
export function CopyButton({ text, label, isOutlined }: CopyButtonProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { state, copy } = useCopy();
  const isCopied = state === 'copied';
  return (
    <>
      <Button
        className={`${classes.root} ${isOutlined ? classes.outlined : ''}`}
        classes={{ startIcon: classes.icon }}
        color="primary"
        disableRipple
        startIcon={isCopied ? <CheckIcon /> : <FileCopyIcon />}
        onClick={() => copy(text)}
      >
        {isCopied ? t('fix.copied') : label ?? t('fix.copy')}
      </Button>
      <VisuallyHidden role="status">
        {isCopied && t('fix.copied')}
        {state === 'failed' && t('fix.copyFailed')}
      </VisuallyHidden>
    </>
  );
}
