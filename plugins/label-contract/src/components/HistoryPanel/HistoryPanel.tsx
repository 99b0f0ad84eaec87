import { makeStyles, useTheme } from '@material-ui/core/styles';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import LinkIcon from '@material-ui/icons/Link';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityHistory } from '@portal-operations/plugin-label-contract-common';
import { ReactNode, useState } from 'react';
import { LiveState, lastOf } from '../../hooks/liveState';
import { labelContractTranslationRef } from '../../translation';
import { describeMoment } from '../../words/describeTime';
import {
  TransitionWords,
  describeTransition,
} from '../../words/describeTransition';
import { groupTransitions } from '../../words/groupTransitions';
import { Tone } from '../../words/Tone';
import { Panel } from '../Panel/Panel';
import { TextButton } from '../TextButton/TextButton';
import { Time } from '../Time/Time';
import { mutedColor, toneColors } from '../tones';

/** So many are shown at first: what happened last is what is looked for. */
const FIRST_SHOWN = 6;
const DAY_MILLISECONDS = 86_400_000;

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    item: {
      position: 'relative',
      padding: '0 0 16px 28px',
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
      overflowWrap: 'anywhere',
      '&:last-child': { paddingBottom: 0 },
      '&:not(:last-child)::after': {
        content: '""',
        position: 'absolute',
        left: 7.5,
        top: 22,
        bottom: 2,
        borderLeft: `1px solid ${theme.palette.divider}`,
      },
    },
    icon: { position: 'absolute', left: 0, top: 2, width: 16, height: 16 },
    time: { display: 'block', fontSize: 12 },
    title: {
      fontSize: 14,
      fontWeight: 700,
      color: theme.palette.text.primary,
    },
    line: { display: 'block' },
    quiet: {
      margin: 0,
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
    more: { justifySelf: 'start' },
  }),
  { name: 'LabelContractHistoryPanel' },
);

const MARKS: Record<
  TransitionWords['mark'],
  { readonly Icon: typeof LinkIcon; readonly tone: Tone }
> = {
  entered: { Icon: CheckCircleIcon, tone: 'good' },
  left: { Icon: CancelIcon, tone: 'bad' },
  claim: { Icon: LinkIcon, tone: 'calm' },
};

function Transitions({ history }: { readonly history: EntityHistory }) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const [isLong, setIsLong] = useState(false);
  const groups = groupTransitions(history.transitions);
  const shown = isLong ? groups : groups.slice(0, FIRST_SHOWN);
  const now = Date.now();
  if (groups.length === 0) {
    return (
      <p className={classes.quiet}>
        {t('history.nothing', { time: describeMoment(history.since, t) })}
      </p>
    );
  }
  return (
    <>
      <ol className={classes.list}>
        {shown.map(group => {
          const [{ between }] = group;
          const words = describeTransition({ group, now }, t);
          const { Icon, tone } = MARKS[words.mark];
          return (
            <li key={JSON.stringify(group[0])} className={classes.item}>
              <Icon
                className={classes.icon}
                style={{ color: toneColors(theme, tone).text }}
                aria-hidden
              />
              <Time className={classes.time} time={between.to}>
                {words.time}
              </Time>
              <span className={classes.title}>{words.title}</span>
              {words.detail && (
                <span className={classes.line}>{words.detail}</span>
              )}
              {words.by && <span className={classes.line}>{words.by}</span>}
            </li>
          );
        })}
      </ol>
      {shown.length < groups.length && (
        <TextButton className={classes.more} onClick={() => setIsLong(true)}>
          {t('history.more', {
            others: groups.length - shown.length,
          })}
        </TextButton>
      )}
      {history.isCut && isLong && (
        <p className={classes.quiet}>{t('history.cut')}</p>
      )}
    </>
  );
}

function daysOf({ since }: EntityHistory): number {
  return Math.max(
    1,
    Math.round((Date.now() - new Date(since).getTime()) / DAY_MILLISECONDS),
  );
}

/** Props of {@link HistoryPanel}. */
export interface HistoryPanelProps {
  readonly state: LiveState<EntityHistory>;
}

/** What joined and left, when, and through whom. Without it the report stands as well. */
export function HistoryPanel({ state }: HistoryPanelProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const history = lastOf(state)?.body;
  const isThere = history !== undefined && history.unavailable === undefined;
  let content: ReactNode;
  if (isThere) {
    content = <Transitions history={history} />;
  } else {
    content = (
      <p className={classes.quiet}>
        {state.kind === 'loading'
          ? t('history.loading')
          : t('history.unavailable')}
      </p>
    );
  }
  return (
    <Panel
      title={t('history.title')}
      label={t('history.title')}
      aside={isThere && t('history.span', { count: daysOf(history) })}
      isBusy={state.kind === 'loading'}
    >
      {content}
    </Panel>
  );
}
