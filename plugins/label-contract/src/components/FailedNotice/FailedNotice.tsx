import RefreshIcon from '@material-ui/icons/Refresh';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Translate, labelContractTranslationRef } from '../../translation';
import { Notice } from '../Notice/Notice';
import { TextButton } from '../TextButton/TextButton';

/** What a request was for. */
export type Asked = 'report' | 'page';

/** Props of {@link FailedNotice}. */
export interface FailedNoticeProps {
  readonly asked: Asked;
  /** HTTP status; undefined where nothing answered. */
  readonly status?: number;
  /** True where an older answer is still shown. */
  readonly hasLast: boolean;
  readonly onRetry: () => void;
}

/** The last request failed. */
export function FailedNotice(props: FailedNoticeProps) {
  const { asked, status, hasLast, onRetry } = props;
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Notice kind="failed" title={titleOf({ asked, hasLast }, t)}>
      <p>
        {status === undefined
          ? t('failed.noAnswer')
          : t('failed.status', { status: String(status) })}
        {hasLast && ` ${lastShown(asked, t)}`}
      </p>
      <TextButton isOutlined icon={<RefreshIcon />} onClick={onRetry}>
        {t('failed.again')}
      </TextButton>
    </Notice>
  );
}

function titleOf(
  { asked, hasLast }: Pick<FailedNoticeProps, 'asked' | 'hasLast'>,
  t: Translate,
): string {
  if (asked === 'page') {
    return hasLast
      ? t('fleet.failed.title')
      : t('fleet.failed.titleWithoutLast');
  }
  return hasLast ? t('failed.title') : t('failed.titleWithoutLast');
}

function lastShown(asked: Asked, t: Translate): string {
  return asked === 'page' ? t('fleet.failed.lastShown') : t('failed.lastShown');
}
