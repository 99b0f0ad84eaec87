import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity } from '@backstage/catalog-model';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { useChangeOf } from '../../hooks/useChangeOf';
import { LiveState, lastOf } from '../../hooks/liveState';
import { labelContractTranslationRef } from '../../translation';
import { describeVerdicts } from '../../words/describeVerdicts';
import { CardSkeleton } from '../CardSkeleton/CardSkeleton';
import { Freshness } from '../Freshness/Freshness';
import { Panel } from '../Panel/Panel';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden';
import { CardFooter } from './CardFooter';
import { FailedNotice } from '../FailedNotice/FailedNotice';
import { ForbiddenNotice } from './ForbiddenNotice';
import { NotFoundNotice } from './NotFoundNotice';
import { ReportBody } from './ReportBody';

/** Props of {@link LabelContractCard}. */
export interface LabelContractCardProps {
  readonly entity: Entity;
  readonly state: LiveState<EntityReport>;
  /** Asks again at once. */
  readonly onRetry: () => void;
  /** Where the tab is that says everything; no link without it. */
  readonly tabPath?: string;
}

function CardBody({ entity, state, onRetry }: LabelContractCardProps) {
  switch (state.kind) {
    case 'loading':
      return <CardSkeleton />;
    case 'answered':
      return <ReportBody entity={entity} received={state.last} isOld={false} />;
    case 'failed':
      return (
        <>
          {state.last && (
            <ReportBody entity={entity} received={state.last} isOld />
          )}
          <FailedNotice
            asked="report"
            status={state.status}
            hasLast={state.last !== undefined}
            onRetry={onRetry}
          />
        </>
      );
    case 'forbidden':
      return <ForbiddenNotice />;
    case 'not-found':
      return <NotFoundNotice entity={entity} />;
    default:
      return state satisfies never;
  }
}

/** The card, in every state. Knows nothing of how the report arrives. */
export function LabelContractCard(props: LabelContractCardProps) {
  const { state } = props;
  const { t } = useTranslationRef(labelContractTranslationRef);
  const report = lastOf(state)?.body;
  const announcement = useChangeOf(report && describeVerdicts(report, t));
  const isLoading = state.kind === 'loading';
  return (
    <Panel
      title={t('card.title')}
      label={t('card.title')}
      aside={<Freshness state={state} />}
      isBusy={isLoading}
      footer={
        <>
          {(isLoading || state.kind === 'answered') && (
            <CardFooter report={report} tabPath={props.tabPath} />
          )}
          <VisuallyHidden role="status">
            {isLoading ? t('card.loading') : announcement}
          </VisuallyHidden>
        </>
      }
    >
      <CardBody {...props} />
    </Panel>
  );
}
