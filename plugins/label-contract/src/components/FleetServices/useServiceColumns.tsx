import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EntitySummary,
  FleetQuery,
  FleetSort,
  contractStateOf,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import {
  describeClustersOf,
  describeToDoOf,
  describeVisible,
} from '../../words/describeFleetRow';
import { markOfContract, markOfHealth } from '../../words/describeVerdicts';
import { nameOfRef } from '../../words/nameOfRef';
import { ServiceLink } from '../ServiceLink/ServiceLink';
import { SmallLine } from '../SmallLine/SmallLine';
import { TableColumn } from '../Table/TableColumn';
import { VerdictMark } from '../VerdictMark/VerdictMark';
import { mutedColor } from '../tones';
import { ToDo } from '../FleetList/ToDo';

/** A lifecycle that goes without saying. */
const USUAL_LIFECYCLE = 'production';

const useStyles = makeStyles(
  theme => ({
    name: { fontWeight: 700 },
    noWrap: { whiteSpace: 'nowrap' },
    quiet: { fontSize: 13, color: mutedColor(theme) },
    muted: { color: mutedColor(theme) },
  }),
  { name: 'LabelContractServiceColumns' },
);

/** What is sorted by, once a title was clicked: up, down, then worst first again. */
function nextOrder(
  query: FleetQuery,
  column: FleetSort,
): Pick<FleetQuery, 'sort' | 'order'> {
  if (query.sort !== column) {
    return { sort: column, order: 'asc' };
  }
  return query.order === 'desc'
    ? { sort: undefined, order: undefined }
    : { sort: column, order: 'desc' };
}

/** The columns of the fleet's services. */
export function useServiceColumns(options: {
  query: FleetQuery;
  onSort: (order: Pick<FleetQuery, 'sort' | 'order'>) => void;
  /** An old answer loses its colour. */
  isOld: (summary: EntitySummary) => boolean;
  isNarrow: boolean;
}): readonly TableColumn<EntitySummary>[] {
  const { query, onSort, isOld, isNarrow } = options;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const sortBy = (column: FleetSort): TableColumn<EntitySummary>['sort'] => ({
    direction: directionOf(query, column),
    onSort: () => onSort(nextOrder(query, column)),
  });
  const noWrap = isNarrow ? undefined : classes.noWrap;
  const ofPlace = isNarrow ? classes.quiet : classes.noWrap;
  return [
    {
      id: 'name',
      title: t('fleetRow.service'),
      placeInList: 0,
      sort: sortBy('name'),
      cell: ({ entityRef, title, lifecycle }) => (
        <span className={noWrap}>
          <span className={classes.name}>
            <ServiceLink entityRef={entityRef}>
              {title ?? nameOfRef(entityRef)}
            </ServiceLink>
          </span>
          {lifecycle && lifecycle !== USUAL_LIFECYCLE && (
            <SmallLine>{lifecycle}</SmallLine>
          )}
        </span>
      ),
    },
    {
      id: 'owner',
      title: t('fleetRow.owner'),
      placeInList: 5,
      isUnlabelled: true,
      sort: sortBy('owner'),
      cell: ({ owner }) => (
        <span className={ofPlace}>
          {owner ? nameOfRef(owner) : t('fleetRow.none')}
        </span>
      ),
    },
    {
      id: 'clusters',
      title: t('fleetRow.clusters'),
      placeInList: 6,
      isUnlabelled: true,
      cell: summary => (
        <span
          className={ofPlace}
          title={
            summary.clusters.length > 1
              ? summary.clusters.join(', ')
              : undefined
          }
        >
          {describeClustersOf(summary, t)}
        </span>
      ),
    },
    {
      id: 'contract',
      title: t('verdict.contract'),
      placeInList: 2,
      sort: sortBy('contract'),
      cell: summary => (
        <VerdictMark
          words={markOfContract(summary.contract, t)}
          size="small"
          isOld={isOld(summary)}
        />
      ),
    },
    {
      id: 'health',
      title: t('verdict.health'),
      placeInList: 3,
      sort: sortBy('health'),
      cell: summary =>
        contractStateOf(summary) === 'ignored' ? (
          <span className={classes.muted}>{t('fleetRow.notChecked')}</span>
        ) : (
          <VerdictMark
            words={markOfHealth(summary.health, t)}
            size="small"
            isOld={isOld(summary)}
          />
        ),
    },
    {
      id: 'visible',
      title: t('fleetRow.visible'),
      placeInList: 1,
      isNumber: true,
      sort: sortBy('visible'),
      cell: summary => describeVisible(summary, t),
    },
    {
      id: 'to-do',
      title: t('fleetRow.toDo'),
      placeInList: 4,
      isWide: true,
      isUnlabelled: true,
      cell: summary => {
        const words = describeToDoOf(summary, Date.now(), t);
        return words && <ToDo words={words} />;
      },
    },
  ];
}

function directionOf(
  { sort, order }: FleetQuery,
  column: FleetSort,
): 'ascending' | 'descending' | undefined {
  if (sort !== column) {
    return undefined;
  }
  return order === 'desc' ? 'descending' : 'ascending';
}
