import { makeStyles } from '@material-ui/core/styles';
import { monospace } from '../tones';

const useStyles = makeStyles(
  { root: { fontFamily: monospace, fontSize: 12.5 } },
  { name: 'LabelContractCode' },
);

/** A name from a file or from Kubernetes, inside a sentence. */
export function Code({ children }: { children: string }) {
  const classes = useStyles();
  return <code className={classes.root}>{children}</code>;
}
