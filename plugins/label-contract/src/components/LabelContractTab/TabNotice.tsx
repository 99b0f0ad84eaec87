import { Entity } from '@backstage/catalog-model';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { LiveState } from '../../hooks/liveState';
import { FailedNotice } from '../FailedNotice/FailedNotice';
import { ForbiddenNotice } from '../LabelContractCard/ForbiddenNotice';
import { NotFoundNotice } from '../LabelContractCard/NotFoundNotice';

/** Props of {@link TabNotice}. */
export interface TabNoticeProps {
  readonly entity: Entity;
  readonly state: LiveState<EntityReport>;
  readonly onRetry: () => void;
}

/** Says why there is no report, or an old one; nothing where there is one. */
export function TabNotice({ entity, state, onRetry }: TabNoticeProps) {
  switch (state.kind) {
    case 'failed':
      return (
        <FailedNotice
          asked="report"
          status={state.status}
          hasLast={state.last !== undefined}
          onRetry={onRetry}
        />
      );
    case 'forbidden':
      return <ForbiddenNotice />;
    case 'not-found':
      return <NotFoundNotice entity={entity} />;
    case 'loading':
    case 'answered':
      return null;
    default:
      return state satisfies never;
  }
}
