import { makeStyles } from '@material-ui/core/styles';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { edgeColor, toneColors } from '../tones';

const MOST_PIPS = 24;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: 3, marginTop: 8 },
    pip: { flex: '0 1 22px', height: 6, borderRadius: 3 },
    visible: { background: toneColors(theme, 'good').fill },
    partly: {
      background: `linear-gradient(90deg, ${
        toneColors(theme, 'good').fill
      } 50%, transparent 50%)`,
      border: `1.5px solid ${toneColors(theme, 'bad').text}`,
    },
    hidden: { border: `1.5px solid ${toneColors(theme, 'bad').text}` },
    calm: { background: toneColors(theme, 'calm').fill, borderColor: 'unset' },
    calmEdge: { background: 'none', border: `1.5px solid ${edgeColor(theme)}` },
    lastSeen: { border: `1.5px dashed ${edgeColor(theme)}` },
    bar: { gap: 0, maxWidth: 320 },
    share: { flex: '1 1 0', borderRadius: 0 },
  }),
  { name: 'LabelContractPips' },
);

/** Props of {@link Pips}. */
export interface PipsProps {
  readonly visible: EntityReport['visible'];
  /** Workloads of a cluster that does not answer, besides. */
  readonly lastSeen?: number;
  /** An old answer loses its colour. */
  readonly isOld?: boolean;
}

/**
 * One mark for each workload, above 24 one proportional bar. Repeats the sentence above it and is
 * therefore silent for those who listen.
 */
export function Pips({ visible, lastSeen = 0, isOld }: PipsProps) {
  const classes = useStyles();
  const { count, partly, of } = visible;
  const kinds = [
    { name: isOld ? classes.calm : classes.visible, count },
    { name: isOld ? classes.calmEdge : classes.partly, count: partly },
    {
      name: isOld ? classes.calmEdge : classes.hidden,
      count: Math.max(0, of - count - partly),
    },
    { name: classes.lastSeen, count: lastSeen },
  ];

  if (of + lastSeen > MOST_PIPS) {
    return (
      <div className={`${classes.root} ${classes.bar}`} aria-hidden>
        {kinds
          .filter(kind => kind.count > 0)
          .map(kind => (
            <span
              key={kind.name}
              className={`${classes.pip} ${classes.share} ${kind.name}`}
              style={{ flexGrow: kind.count }}
            />
          ))}
      </div>
    );
  }
  return (
    <div className={classes.root} aria-hidden>
      {kinds.flatMap((kind, index) =>
        Array.from({ length: kind.count }, (_, place) => (
          <span
            key={`${index}-${place}`}
            className={`${classes.pip} ${kind.name}`}
          />
        )),
      )}
    </div>
  );
}
