import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useConfiguredAddress } from '../../hooks/useConfiguredAddress';
import { labelContractTranslationRef } from '../../translation';
import { focusRing, mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    link: { '&:focus-visible': focusRing(theme) },
    words: { color: mutedColor(theme) },
  }),
  { name: 'LabelContractRegisterLink' },
);

/** Leads to where services are registered; words alone where the portal does not say where that is. */
export function RegisterLink() {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const address = useConfiguredAddress('labelContract.registerPage');
  const words = t('unclaimedRow.register');
  return address === undefined ? (
    <span className={classes.words}>{words}</span>
  ) : (
    <Link className={classes.link} to={address}>
      {words}
    </Link>
  );
}
