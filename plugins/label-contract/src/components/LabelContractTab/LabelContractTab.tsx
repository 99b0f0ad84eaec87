import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity } from '@backstage/catalog-model';
import {
  EntityHistory,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { LiveState, lastOf } from '../../hooks/liveState';
import { useChangeOf } from '../../hooks/useChangeOf';
import { useContainerSize } from '../../hooks/useContainerSize';
import { labelContractTranslationRef } from '../../translation';
import { describeVerdicts } from '../../words/describeVerdicts';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden';
import { TabBody } from './TabBody';
import { TabNotice } from './TabNotice';
import { TabSkeleton } from './TabSkeleton';

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gap: 20,
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  { name: 'LabelContractTab' },
);

/** Props of {@link LabelContractTab}. */
export interface LabelContractTabProps {
  readonly entity: Entity;
  readonly report: LiveState<EntityReport>;
  readonly history: LiveState<EntityHistory>;
  /** Asks again at once. */
  readonly onRetry: () => void;
}

/** The tab, in every state. Knows nothing of how the report arrives. */
export function LabelContractTab(props: LabelContractTabProps) {
  const { entity, report: state, history, onRetry } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { ref, isNarrow, isRoomy } = useContainerSize();
  const last = lastOf(state);
  const announcement = useChangeOf(last && describeVerdicts(last.body, t));
  return (
    <div className={classes.root} ref={ref}>
      {state.kind === 'loading' && <TabSkeleton />}
      <TabNotice entity={entity} state={state} onRetry={onRetry} />
      {last && (
        <TabBody
          entity={entity}
          state={state}
          received={last}
          history={history}
          isNarrow={isNarrow}
          isRoomy={isRoomy}
        />
      )}
      <VisuallyHidden role="status">
        {state.kind === 'loading' ? t('card.loading') : announcement}
      </VisuallyHidden>
    </div>
  );
}
