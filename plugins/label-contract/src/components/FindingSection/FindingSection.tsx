import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Finding,
  KUBERNETES_ID,
  WrongLevel,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { areLogLinesWithheld } from '../../words/areLogLinesWithheld';
import { describeFinding } from '../../words/describeFinding';
import { Desk } from '../Desk/Desk';
import { Fixes } from '../Fixes/Fixes';
import { LogLines } from '../LogLines/LogLines';
import { LogLinesWithheld } from '../LogLines/LogLinesWithheld';
import { Note } from '../Note/Note';
import { SeverityMark } from '../SeverityMark/SeverityMark';
import { monospace, mutedColor, toneColors } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 10, gridTemplateColumns: 'minmax(0, 1fr)' },
    title: {
      margin: 0,
      fontSize: 15,
      lineHeight: '22px',
      fontWeight: 700,
      color: theme.palette.text.primary,
      overflowWrap: 'anywhere',
    },
    sentence: {
      margin: 0,
      maxWidth: '68ch',
      fontSize: 14,
      lineHeight: '20px',
      overflowWrap: 'anywhere',
    },
    swap: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: '2px 12px',
      margin: 0,
      '& dt': { fontSize: 13, lineHeight: '20px', color: mutedColor(theme) },
      '& dd': { display: 'flex', gap: 6, margin: 0 },
      '& code': {
        fontFamily: monospace,
        fontSize: 12.5,
        lineHeight: '20px',
        overflowWrap: 'anywhere',
      },
    },
    is: { color: toneColors(theme, 'bad').text },
    shouldBe: {
      color: toneColors(theme, 'good').text,
      '& code': { fontWeight: 700 },
    },
    quote: {
      margin: 0,
      maxWidth: '68ch',
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
      overflowWrap: 'anywhere',
      '& q': {
        quotes: 'none',
        fontFamily: monospace,
        fontSize: 12.5,
        whiteSpace: 'pre-wrap',
      },
    },
    icon: { width: 16, height: 16, marginTop: 2, flex: 'none' },
  }),
  { name: 'LabelContractFindingSection' },
);

/** Each pair of wrong and right value once, however many levels carry it. */
function distinctSwaps(levels: readonly WrongLevel[]): WrongLevel[] {
  return levels.filter(
    (level, index) =>
      levels.findIndex(
        other =>
          other.key === level.key &&
          other.is === level.is &&
          other.shouldBe === level.shouldBe,
      ) === index,
  );
}

/** The key goes without saying where it is the contract label's own. */
function labelText(key: string, value: string): string {
  return key === KUBERNETES_ID ? value : `${key}=${value}`;
}

function Swap({ levels }: { levels: readonly WrongLevel[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <>
      {distinctSwaps(levels).map(({ key, is, shouldBe }) => (
        <dl className={classes.swap} key={`${key}/${is}/${shouldBe}`}>
          <dt>{t('label.is')}</dt>
          <dd className={classes.is}>
            <CloseIcon className={classes.icon} aria-hidden />
            {is === undefined ? (
              t('label.absent')
            ) : (
              <code>{labelText(key, is)}</code>
            )}
          </dd>
          {shouldBe !== undefined && (
            <>
              <dt>{t('label.shouldBe')}</dt>
              <dd className={classes.shouldBe}>
                <CheckIcon className={classes.icon} aria-hidden />
                <code>{labelText(key, shouldBe)}</code>
              </dd>
            </>
          )}
        </dl>
      ))}
    </>
  );
}

/** Props of {@link FindingSection}. */
export interface FindingSectionProps {
  readonly finding: Finding;
  readonly entityOwner?: string;
  /** Moment that the report speaks for. */
  readonly asOf: Date;
  /**
   * In the tab the panel says who acts, so the severity stands here; and a ticket has a panel of its own.
   */
  readonly isInTab?: boolean;
  /** What of the workload goes on working, in words. */
  readonly serving?: string;
}

/** One finding: who acts, what is wrong, is and should be, and the one thing to do. */
export function FindingSection({
  finding,
  entityOwner,
  asOf,
  isInTab = false,
  serving,
}: FindingSectionProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const words = describeFinding(finding, t);
  return (
    <div className={classes.root}>
      {isInTab ? (
        <SeverityMark finding={finding} />
      ) : (
        <Desk
          desk={finding.owner}
          entityOwner={entityOwner}
          rule={finding.rule}
        />
      )}
      <h3 className={classes.title}>{words.title}</h3>
      <p className={classes.sentence}>
        {words.sentence}
        {serving && ` ${serving}`}
      </p>
      <Swap levels={finding.levels} />
      {words.quote && (
        <p className={classes.quote}>
          {t('health.says')} <q>{words.quote}</q>
        </p>
      )}
      {words.log && <LogLines lines={words.log} />}
      {areLogLinesWithheld(finding) && <LogLinesWithheld />}
      {words.note && <Note kind="restarts">{words.note}</Note>}
      {words.history && <Note kind="history">{words.history}</Note>}
      <Fixes finding={finding} asOf={asOf} hasTicket={!isInTab} />
    </div>
  );
}
