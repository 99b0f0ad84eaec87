import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FleetQuery,
  FleetTotals as Totals,
} from '@portal-operations/plugin-label-contract-common';
import { ReactNode } from 'react';
import { labelContractTranslationRef } from '../../translation';
import {
  markOfContractState,
  markOfHealthState,
} from '../../words/describeVerdictState';
import { DESK_ICONS } from '../Desk/Desk';
import {
  ACTING_DESKS,
  CONTRACT_STATES,
  HEALTH_STATES,
} from '../FleetPage/fleetSearch';
import { MarkIcon } from '../VerdictMark/MarkIcon';
import { mutedColor } from '../tones';
import { BarPart, ProportionBar } from './ProportionBar';
import { TotalButton } from './TotalButton';

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
    title: {
      margin: '0 0 6px',
      fontSize: 13,
      lineHeight: '20px',
      fontWeight: 700,
      color: theme.palette.text.primary,
    },
    // Their words begin where the title does.
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: '4px 4px',
      margin: '8px -9px 0',
    },
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

/** The filter once a total was clicked: it alone, or, where it was set, without it. */
function toggled<Value>(
  chosen: readonly Value[] = [],
  value: Value,
): Value[] | undefined {
  if (!chosen.includes(value)) {
    return [value];
  }
  const left = chosen.filter(other => other !== value);
  return left.length > 0 ? left : undefined;
}

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
  const contracts = CONTRACT_STATES.map(state => ({
    state,
    count: totals.contract[state],
    look: CONTRACT_LOOKS[state],
    ...markOfContractState(state, t),
  }));
  const healths = HEALTH_STATES.map(state => ({
    state,
    count: totals.health[state],
    look: HEALTH_LOOKS[state],
    ...markOfHealthState(state, t),
  }));
  return (
    <Card
      component="section"
      aria-label={t('fleetTotals.label')}
      className={
        isNarrow ? `${classes.root} ${classes.oneColumn}` : classes.root
      }
    >
      <Group title={t('verdict.contract')} parts={contracts} isOld={isOld}>
        {contracts.map(({ state, count, mark, tone, word }) => (
          <TotalButton
            key={state}
            icon={
              <MarkIcon
                mark={mark}
                tone={isOld || count === 0 ? 'calm' : tone}
              />
            }
            count={count}
            word={word}
            isPressed={query.contract?.includes(state) ?? false}
            onClick={() =>
              onFilter({ contract: toggled(query.contract, state) })
            }
          />
        ))}
      </Group>
      <Group title={t('verdict.health')} parts={healths} isOld={isOld}>
        {healths.map(({ state, count, mark, tone, word }) => (
          <TotalButton
            key={state}
            icon={
              <MarkIcon
                mark={mark}
                tone={isOld || count === 0 ? 'calm' : tone}
              />
            }
            count={count}
            word={word}
            isPressed={query.health?.includes(state) ?? false}
            onClick={() => onFilter({ health: toggled(query.health, state) })}
          />
        ))}
      </Group>
      <Group title={t('fleetTotals.acts')} parts={[]} isOld={isOld}>
        {ACTING_DESKS.map(desk => {
          const Icon = DESK_ICONS[desk];
          return (
            <TotalButton
              key={desk}
              icon={<Icon className={classes.icon} aria-hidden />}
              count={totals.acts[desk]}
              word={t(`fleetTotals.${desk}`)}
              isPressed={query.acts?.includes(desk) ?? false}
              onClick={() => onFilter({ acts: toggled(query.acts, desk) })}
            />
          );
        })}
      </Group>
    </Card>
  );
}

interface GroupProps {
  readonly title: string;
  readonly parts: readonly (Pick<BarPart, 'count' | 'look'> & {
    readonly state: string;
    readonly word: string;
  })[];
  readonly isOld: boolean;
  readonly children: ReactNode;
}

function Group({ title, parts, isOld, children }: GroupProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const counted = parts.filter(({ count }) => count > 0);
  return (
    <div role="group" aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      {counted.length > 0 && (
        <ProportionBar
          label={counted
            .map(({ count, word }) =>
              t('fleetTotals.part', { number: String(count), word }),
            )
            .join(', ')}
          parts={counted.map(({ state, count, look }) => ({
            id: state,
            count,
            look,
          }))}
          isOld={isOld}
        />
      )}
      <div className={classes.buttons}>{children}</div>
    </div>
  );
}
