import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Finding } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeFix } from '../../words/describeFix';
import { focusRing } from '../tones';
import { FixSection } from './FixSection';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 10, gridTemplateColumns: 'minmax(0, 1fr)' },
    alternative: {
      minWidth: 0,
      '& > summary': {
        width: 'fit-content',
        minHeight: 24,
        maxWidth: '100%',
        fontSize: 13,
        lineHeight: '24px',
        color: theme.palette.text.primary,
        cursor: 'pointer',
        overflowWrap: 'anywhere',
        '&:focus-visible': focusRing(theme),
      },
    },
    folded: { paddingTop: 8 },
  }),
  { name: 'LabelContractFixes' },
);

/** Props of {@link Fixes}. */
export interface FixesProps {
  readonly finding: Finding;
  /** Moment that the report speaks for. */
  readonly asOf: Date;
  /** False where the ticket for the owner stands elsewhere. */
  readonly hasTicket?: boolean;
}

/** Several findings share a page, and each fix has a choice of tools of its own. */
function idOf({ rule, subject }: Finding, index: number): string {
  const place = subject.kind === 'Entity' ? subject.entityRef : subject.uid;
  return `${rule}/${place}/${index}`;
}

/** What can be done: the fix to take, open, and every other one folded behind its name. */
export function Fixes({ finding, asOf, hasTicket = true }: FixesProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const [first, ...others] = finding.fixes.filter(
    ({ kind }) => hasTicket || kind !== 'tell-owner',
  );
  if (!first) {
    return null;
  }
  return (
    <div className={classes.root}>
      <FixSection
        id={idOf(finding, 0)}
        finding={finding}
        fix={first}
        asOf={asOf}
      />
      {others.map((fix, index) => (
        <details key={index} className={classes.alternative}>
          <summary>{t('fix.or', { way: describeFix(fix, t) })}</summary>
          <div className={classes.folded}>
            <FixSection
              id={idOf(finding, index + 1)}
              finding={finding}
              fix={fix}
              asOf={asOf}
            />
          </div>
        </details>
      ))}
    </div>
  );
}
