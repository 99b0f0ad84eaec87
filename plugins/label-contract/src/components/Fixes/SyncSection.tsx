import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  renderSync,
  SyncFix,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeHow } from '../../words/describeHow';
import { CopyBlock } from '../CopyBlock/CopyBlock';

const useStyles = makeStyles(
  {
    root: {
      margin: 0,
      maxWidth: '68ch',
      fontSize: 14,
      lineHeight: '20px',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'LabelContractSyncSection' },
);

/** Props of {@link SyncSection}. */
export interface SyncSectionProps {
  readonly fix: SyncFix;
}

/** Lets a manager bring back what it has: by its command, or in words where it has none. */
export function SyncSection({ fix }: SyncSectionProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const how = describeHow(fix, t);
  const command = renderSync(fix);
  return command ? (
    <CopyBlock how={how} text={command} />
  ) : (
    <p className={classes.root}>{how}</p>
  );
}
