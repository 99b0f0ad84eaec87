import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ReactNode } from 'react';
import { labelContractTranslationRef } from '../../translation';
import { BarPart, ProportionBar } from './ProportionBar';
import { TotalButton } from './TotalButton';

const useStyles = makeStyles(
  theme => ({
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
  }),
  { name: 'LabelContractTotalsGroup' },
);

/** One number of a {@link TotalsGroup}. */
export interface Total<Value extends string> {
  readonly value: Value;
  readonly count: number;
  readonly word: string;
  readonly icon: ReactNode;
  /** Its part of the bar; undefined where it is none, as a service can count more than once. */
  readonly look?: BarPart['look'];
}

/** Props of {@link TotalsGroup}. */
export interface TotalsGroupProps<Value extends string> {
  readonly title: string;
  readonly totals: readonly Total<Value>[];
  /** The filter that is set. */
  readonly chosen: readonly Value[] | undefined;
  readonly onChoose: (chosen: Value[] | undefined) => void;
  /** An old answer loses its colour. */
  readonly isOld: boolean;
}

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

/** Totals of one sort: a bar, where they are parts of a whole, and a button for each. */
export function TotalsGroup<Value extends string>(
  props: TotalsGroupProps<Value>,
) {
  const { title, totals, chosen, onChoose, isOld } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const counted = totals.flatMap(({ value, count, word, look }) =>
    look && count > 0 ? [{ id: value, count, word, look }] : [],
  );
  return (
    <div role="group" aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      {counted.length > 0 && (
        <ProportionBar
          label={counted
            .map(({ count, word }) =>
              t('fleetTotals.part', { number: count, word }),
            )
            .join(', ')}
          parts={counted}
          isOld={isOld}
        />
      )}
      <div className={classes.buttons}>
        {totals.map(({ value, count, word, icon }) => (
          <TotalButton
            key={value}
            icon={icon}
            count={count}
            word={word}
            isPressed={chosen?.includes(value) ?? false}
            onClick={() => onChoose(toggled(chosen, value))}
          />
        ))}
      </div>
    </div>
  );
}
