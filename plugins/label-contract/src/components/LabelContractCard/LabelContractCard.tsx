import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity } from '@backstage/catalog-model';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { useChangeOf } from '../../hooks/useChangeOf';
import { ReportState } from '../../hooks/reportState';
import { labelContractTranslationRef } from '../../translation';
import { describeVerdicts } from '../../words/describeVerdicts';
import { CardSkeleton } from '../CardSkeleton/CardSkeleton';
import { Freshness } from '../Freshness/Freshness';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden';
import { CardFooter } from './CardFooter';
import { FailedNotice } from './FailedNotice';
import { ForbiddenNotice } from './ForbiddenNotice';
import { NotFoundNotice } from './NotFoundNotice';
import { ReportBody } from './ReportBody';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      minWidth: 0,
      ...(theme.palette.type === 'dark' && {
        boxShadow: `0 0 0 1px ${theme.palette.divider}`,
      }),
    },
    header: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      flexWrap: 'wrap',
      gap: '2px 12px',
      padding: '14px 16px 12px',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    title: {
      margin: 0,
      fontSize: 18,
      lineHeight: '24px',
      fontWeight: 700,
      color: theme.palette.text.primary,
    },
    body: {
      display: 'grid',
      gap: 16,
      gridTemplateColumns: 'minmax(0, 1fr)',
      padding: 16,
    },
  }),
  { name: 'LabelContractCard' },
);

function lastReportOf(state: ReportState): EntityReport | undefined {
  return state.kind === 'answered' || state.kind === 'failed'
    ? state.last?.report
    : undefined;
}

/** Props of {@link LabelContractCard}. */
export interface LabelContractCardProps {
  readonly entity: Entity;
  readonly state: ReportState;
  /** Asks again at once. */
  readonly onRetry: () => void;
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
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const report = lastReportOf(state);
  const announcement = useChangeOf(report && describeVerdicts(report, t));
  const isLoading = state.kind === 'loading';
  return (
    <Card
      component="section"
      aria-label={t('card.title')}
      aria-busy={isLoading}
      className={classes.root}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{t('card.title')}</h2>
        <Freshness state={state} />
      </header>
      <div className={classes.body}>
        <CardBody {...props} />
      </div>
      {(isLoading || state.kind === 'answered') && (
        <CardFooter report={report} />
      )}
      <VisuallyHidden role="status">
        {isLoading ? t('card.loading') : announcement}
      </VisuallyHidden>
    </Card>
  );
}
