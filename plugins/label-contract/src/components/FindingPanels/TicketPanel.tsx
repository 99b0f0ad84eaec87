import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Finding } from '@portal-operations/plugin-label-contract-common';
import { useFixTool } from '../../hooks/useFixTool';
import { labelContractTranslationRef } from '../../translation';
import { describeTicket } from '../../words/describeTicket';
import { nameOfRef } from '../../words/nameOfRef';
import { CopyButton } from '../CopyBlock/CopyButton';
import { Panel } from '../Panel/Panel';
import { sunkenColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    text: {
      padding: '8px 12px',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 4,
      background: sunkenColor(theme),
      color: theme.palette.text.primary,
      fontSize: 14,
      lineHeight: '22px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'LabelContractTicketPanel' },
);

/** Props of {@link TicketPanel}. */
export interface TicketPanelProps {
  readonly finding: Finding;
  readonly entityOwner?: string;
  /** Moment that the report speaks for. */
  readonly asOf: Date;
}

/** A ticket for the owner, to read and to copy. */
export function TicketPanel({ finding, entityOwner, asOf }: TicketPanelProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const [tool] = useFixTool();
  const title = entityOwner
    ? t('ticket.title', { team: nameOfRef(entityOwner) })
    : t('ticket.ownerless');
  const text = describeTicket({ finding, tool, asOf }, t);
  return (
    <Panel
      title={title}
      label={title}
      aside={<CopyButton isOutlined label={t('fix.copyTicket')} text={text} />}
    >
      <div className={classes.text}>{text}</div>
    </Panel>
  );
}
