import { makeStyles } from '@material-ui/core/styles';
import ArrowForwardIcon from '@material-ui/icons/ArrowForward';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useDeployLink } from '../../hooks/useDeployLink';
import { labelContractTranslationRef } from '../../translation';
import { edgeColor, focusRing } from '../tones';

const useStyles = makeStyles(
  theme => ({
    // What is to be done here looks like a button, and goes elsewhere.
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      justifySelf: 'start',
      gap: 6,
      minHeight: 32,
      padding: '0 12px',
      border: `1px solid ${edgeColor(theme)}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: 13,
      lineHeight: '20px',
      fontWeight: 700,
      '& svg': { width: 16, height: 16 },
      '&:focus-visible': focusRing(theme),
    },
  }),
  { name: 'LabelContractDeployLink' },
);

/** Props of {@link DeployLink}. */
export interface DeployLinkProps {
  /** Name of the service in the catalog. */
  readonly serviceName: string;
}

/** Leads to the template that deploys the service; nothing where the portal names none. */
export function DeployLink({ serviceName }: DeployLinkProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const path = useDeployLink(serviceName);
  if (path === undefined) {
    return null;
  }
  return (
    <Link to={path} className={classes.root} underline="none">
      {t('notDeployed.deploy')}
      <ArrowForwardIcon aria-hidden />
    </Link>
  );
}
