import { makeStyles } from '@material-ui/core/styles';
import ReplayIcon from '@material-ui/icons/Replay';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  SetLabelFix,
  renderFix,
} from '@portal-operations/plugin-label-contract-common';
import { Fragment } from 'react';
import { useFixTool } from '../../hooks/useFixTool';
import { labelContractTranslationRef } from '../../translation';
import { CopyButton } from '../CopyBlock/CopyButton';
import { monospace, mutedColor, sunkenColor } from '../tones';
import { ToolChoice } from './ToolChoice';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 6, gridTemplateColumns: 'minmax(0, 1fr)' },
    block: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 4,
      background: sunkenColor(theme),
      minWidth: 0,
    },
    bar: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: 8,
      padding: '8px 8px 0 12px',
    },
    command: {
      margin: 0,
      padding: '8px 12px 10px',
      fontFamily: monospace,
      fontSize: 12.5,
      lineHeight: '20px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      color: theme.palette.text.primary,
      '& code': { font: 'inherit' },
    },
    last: { display: 'inline-block', maxWidth: '100%' },
    note: {
      display: 'flex',
      gap: 8,
      margin: 0,
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
    icon: { width: 16, height: 16, marginTop: 2, flex: 'none' },
  }),
  { name: 'LabelContractCommand' },
);

/**
 * The command with places to break at: before each value of its JSON, which is never a blank that
 * the shell would see. The last value is the one that matters, and stays in one piece where it can.
 */
function CommandText({ command, value }: { command: string; value: string }) {
  const classes = useStyles();
  const parts = command.split(/(?<=":)/);
  const last = parts.pop() ?? '';
  const [before, ...after] = last.split(value);
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
      <span className={classes.last}>
        {before}
        {after.length > 0 && <strong>{value}</strong>}
        {after.join(value)}
      </span>
    </>
  );
}

/** Props of {@link Command}. */
export interface CommandProps {
  readonly fix: SetLabelFix;
}

/** A fix as a command for the reader's tool, with its cluster and its cost. */
export function Command({ fix }: CommandProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const [tool, setTool] = useFixTool();
  const command = renderFix(fix, tool);
  return (
    <div className={classes.root}>
      <div className={classes.block} role="group" aria-label={t('fix.command')}>
        <div className={classes.bar}>
          <ToolChoice
            name={`label-contract-tool-${fix.workload.uid}`}
            tool={tool}
            onChange={setTool}
          />
          <CopyButton text={command} />
        </div>
        <pre className={classes.command}>
          <code>
            <CommandText command={command} value={fix.value} />
          </code>
        </pre>
      </div>
      <p className={classes.note}>
        <ReplayIcon className={classes.icon} aria-hidden />
        <span>
          {t('fix.runOn', { cluster: fix.workload.cluster })}{' '}
          {t('fix.replaces', { count: fix.replacesPods })}
        </span>
      </p>
    </div>
  );
}
