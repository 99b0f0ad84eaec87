import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FixTool } from '@portal-operations/plugin-label-contract-common';
import { Fragment, ReactNode } from 'react';
import { FixForm, useFixForm } from '../../hooks/useFixForm';
import { labelContractTranslationRef } from '../../translation';
import { CopyButton } from '../CopyBlock/CopyButton';
import { monospace, sunkenColor } from '../tones';
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
  }),
  { name: 'LabelContractCommand' },
);

/**
 * The command with places to break at: before each value of its JSON, which is never a blank that
 * the shell would see. The last value is the one that matters, and stays in one piece where it can.
 */
function CommandText({ command, value }: { command: string; value?: string }) {
  const classes = useStyles();
  const parts = command.split(/(?<=":)/);
  const last = parts.pop() ?? '';
  const [before, ...after] = value ? last.split(value) : [last];
  const isOneLine = !command.includes('\n');
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
      <span className={isOneLine ? classes.last : undefined}>
        {before}
        {after.length > 0 && <strong>{value}</strong>}
        {after.join(value)}
      </span>
    </>
  );
}

/** Props of {@link Command}. */
export interface CommandProps {
  /** Unique on the page. */
  readonly id: string;
  readonly render: (tool: FixTool) => string;
  /** What the command does, as a patch alone; absent where no patch does all of it. */
  readonly patch?: string;
  /** The value in the command that matters most. */
  readonly value?: string;
  /** What it costs, and whether it lasts, for what is shown. */
  readonly children: (form: FixForm) => ReactNode;
}

/** A fix as a command for the reader's tool, or as a patch, with its cluster and its cost. */
export function Command(props: CommandProps) {
  const { id, render, patch, value, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const [form, setForm] = useFixForm(patch !== undefined);
  const text = form === 'patch' ? patch ?? '' : render(form);
  return (
    <div className={classes.root}>
      <div
        className={classes.block}
        role="group"
        aria-label={form === 'patch' ? t('fix.patch') : t('fix.command')}
      >
        <div className={classes.bar}>
          <ToolChoice
            name={`label-contract-tool-${id}`}
            form={form}
            hasPatch={patch !== undefined}
            onChange={setForm}
          />
          <CopyButton text={text} />
        </div>
        <pre className={classes.command}>
          <code>
            <CommandText command={text} value={value} />
          </code>
        </pre>
      </div>
      {children(form)}
    </div>
  );
}
