import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useRulePage } from '../../hooks/useRulePage';
import { focusRing, monospace, mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      fontFamily: monospace,
      fontSize: 12,
      lineHeight: '20px',
      color: mutedColor(theme),
      '& a:focus-visible': focusRing(theme),
    },
  }),
  { name: 'LabelContractRuleId' },
);

/** Props of {@link RuleId}. */
export interface RuleIdProps {
  readonly rule: string;
}

/** Id of a rule; it leads to the rule's page, where the portal says where those are. */
export function RuleId({ rule }: RuleIdProps) {
  const classes = useStyles();
  const page = useRulePage(rule);
  return (
    <code className={classes.root}>
      {page === undefined ? rule : <Link to={page}>{rule}</Link>}
    </code>
  );
}
