import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FleetQuery,
  FleetTotals as Totals,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import {
  markOfContractState,
  markOfHealthState,
} from '../../words/describeVerdictState';
import { VerdictMarkWords } from '../../words/describeVerdicts';
import { DESK_ICONS } from '../Desk/Desk';
import {
  ACTING_DESKS,
  CONTRACT_STATES,
  HEALTH_STATES,
} from '../FleetPage/fleetSearch';
import { MarkIcon } from '../VerdictMark/MarkIcon';
import { mutedColor } from '../tones';
import { BarPart } from './ProportionBar';
import { TotalsGroup } from './TotalsGroup';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: '16px 32px',
      gridTemplateColumns:
        'minmax(0, 1.6fr) minmax(0, 1.6fr) minmax(150px, 1fr)',
      padding: 16,
      ...(theme.palette.type === 'dark' && {
        boxShadow: `0 0 0 1px ${theme.palette.divider}`,
      }),
    },
    oneColumn: { gridTemplateColumns: 'minmax(0, 1fr)' },
    icon: { color: mutedColor(theme) },
  }),
  { name: 'LabelContractFleetTotals' },
);

const CONTRACT_LOOKS: Record<keyof Totals['contract'], BarPart['look']> = {
  violated: 'bad',
  unknown: 'hatched',
  met: 'good',
  'not-applicable': 'outline',
  ignored: 'outline',
};

const HEALTH_LOOKS: Record<keyof Totals['health'], BarPart['look']> = {
  failing: 'bad',
  progressing: 'busy',
  unknown: 'hatched',
  healthy: 'good',
  'nothing-running': 'outline',
  'not-applicable': 'outline',
};

/** Props of {@link FleetTotals}. */
export interface FleetTotalsProps {
  readonly totals: Totals;
  readonly query: FleetQuery;
  /** Sets filters, the others stay. */
  readonly onFilter: (
    change: Pick<FleetQuery, 'contract' | 'health' | 'acts'>,
  ) => void;
  readonly isNarrow: boolean;
  /** An old answer loses its colour. */
  readonly isOld: boolean;
}

/** How many services there are of each sort. Each number is a filter. */
export function FleetTotals(props: FleetTotalsProps) {
  const { totals, query, onFilter, isNarrow, isOld } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const signOf = ({ mark, tone }: VerdictMarkWords, count: number) => (
    <MarkIcon mark={mark} tone={isOld || count === 0 ? 'calm' : tone} />
  );
  return (
    <Card
      component="section"
      aria-label={t('fleetTotals.label')}
      className={
        isNarrow ? `${classes.root} ${classes.oneColumn}` : classes.root
      }
    >
      <TotalsGroup
        title={t('verdict.contract')}
        totals={CONTRACT_STATES.map(state => {
          const count = totals.contract[state];
          const words = markOfContractState(state, t);
          return {
            value: state,
            count,
            word: words.word,
            icon: signOf(words, count),
            look: CONTRACT_LOOKS[state],
          };
        })}
        chosen={query.contract}
        onChoose={contract => onFilter({ contract })}
        isOld={isOld}
      />
      <TotalsGroup
        title={t('verdict.health')}
        totals={HEALTH_STATES.map(state => {
          const count = totals.health[state];
          const words = markOfHealthState(state, t);
          return {
            value: state,
            count,
            word: words.word,
            icon: signOf(words, count),
            look: HEALTH_LOOKS[state],
          };
        })}
        chosen={query.health}
        onChoose={health => onFilter({ health })}
        isOld={isOld}
      />
      <TotalsGroup
        title={t('fleetTotals.acts')}
        totals={ACTING_DESKS.map(desk => {
          const Icon = DESK_ICONS[desk];
          return {
            value: desk,
            count: totals.acts[desk],
            word: t(`fleetTotals.${desk}`),
            icon: <Icon className={classes.icon} aria-hidden />,
          };
        })}
        chosen={query.acts}
        onChoose={acts => onFilter({ acts })}
        isOld={isOld}
      />
    </Card>
  );
}
