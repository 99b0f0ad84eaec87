import Card from '@material-ui/core/Card';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LiveState, lastOf } from '../../hooks/liveState';
import { labelContractTranslationRef } from '../../translation';
import { Code } from '../Code/Code';
import { FailedNotice } from '../FailedNotice/FailedNotice';
import { Notice } from '../Notice/Notice';

/** Props of {@link FleetNotice}. */
export interface FleetNoticeProps {
  readonly state: LiveState<unknown>;
  /** Name of the permission that it takes. */
  readonly permission: string;
  readonly onRetry: () => void;
}

/** Says why there is no answer, or an old one; nothing where there is one. */
export function FleetNotice(props: FleetNoticeProps) {
  const { state, permission, onRetry } = props;
  const { t } = useTranslationRef(labelContractTranslationRef);
  switch (state.kind) {
    case 'forbidden':
      return (
        <Card>
          <Notice kind="forbidden" title={t('fleet.forbidden.title')}>
            <p>
              {t('fleet.forbidden.sentence', {
                permission: <Code>{permission}</Code>,
              })}
            </p>
            <p>{t('fleet.forbidden.limit')}</p>
          </Notice>
        </Card>
      );
    case 'not-found':
    case 'failed':
      return (
        <FailedNotice
          asked="page"
          status={state.kind === 'failed' ? state.status : 404}
          hasLast={lastOf(state) !== undefined}
          onRetry={onRetry}
        />
      );
    case 'loading':
    case 'answered':
      return null;
    default:
      return state satisfies never;
  }
}
