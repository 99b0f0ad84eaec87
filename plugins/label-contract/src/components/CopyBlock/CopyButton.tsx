import CheckIcon from '@material-ui/icons/Check';
import FileCopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCopy } from '../../hooks/useCopy';
import { labelContractTranslationRef } from '../../translation';
import { TextButton } from '../TextButton/TextButton';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden';

/** Props of {@link CopyButton}. */
export interface CopyButtonProps {
  readonly text: string;
  /** What the button says; "Copy" unless told. */
  readonly label?: string;
  readonly isOutlined?: boolean;
}

/** Copies a text, and says for 2 seconds that it did. */
export function CopyButton({ text, label, isOutlined }: CopyButtonProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { state, copy } = useCopy();
  const isCopied = state === 'copied';
  return (
    <>
      <TextButton
        isOutlined={isOutlined}
        icon={isCopied ? <CheckIcon /> : <FileCopyIcon />}
        onClick={() => copy(text)}
      >
        {isCopied ? t('fix.copied') : label ?? t('fix.copy')}
      </TextButton>
      <VisuallyHidden role="status">
        {isCopied && t('fix.copied')}
        {state === 'failed' && t('fix.copyFailed')}
      </VisuallyHidden>
    </>
  );
}
