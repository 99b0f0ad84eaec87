import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { TAB_PATH } from '../../routes';
import { focusRing } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      color: theme.palette.primary.main,
      textDecoration: 'none',
      overflowWrap: 'anywhere',
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': focusRing(theme),
    },
  }),
  { name: 'LabelContractServiceLink' },
);

/** Props of {@link ServiceLink}. */
export interface ServiceLinkProps {
  readonly entityRef: string;
  readonly children: ReactNode;
}

/** Leads to the tab of a service, where everything is said. */
export function ServiceLink({ entityRef, children }: ServiceLinkProps) {
  const classes = useStyles();
  const pathOf = useRouteRef(entityRouteRef);
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = pathOf({ kind: kind.toLocaleLowerCase('en'), namespace, name });
  return (
    <Link className={classes.root} to={`${path}${TAB_PATH}`}>
      {children}
    </Link>
  );
}
