import { useTheme } from '@material-ui/core/styles';
import AutorenewIcon from '@material-ui/icons/Autorenew';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import ErrorIcon from '@material-ui/icons/Error';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import LockIcon from '@material-ui/icons/Lock';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import VisibilityOffIcon from '@material-ui/icons/VisibilityOff';
import WarningIcon from '@material-ui/icons/Warning';
import { VerdictMarkWords } from '../../words/describeVerdicts';
import { toneColors } from '../tones';

const ICONS: Record<VerdictMarkWords['mark'], typeof CheckCircleIcon> = {
  good: CheckCircleIcon,
  violated: CancelIcon,
  failing: ErrorIcon,
  busy: AutorenewIcon,
  none: RemoveCircleOutlineIcon,
  unknown: HelpOutlineIcon,
  ignored: VisibilityOffIcon,
  warning: WarningIcon,
  dark: CloudOffIcon,
  locked: LockIcon,
  note: InfoOutlinedIcon,
};

/** Props of {@link MarkIcon}. */
export interface MarkIconProps extends Pick<VerdictMarkWords, 'mark' | 'tone'> {
  readonly className?: string;
}

/** The sign of a verdict, in its colour. It never stands without its word. */
export function MarkIcon({ mark, tone, className }: MarkIconProps) {
  const Icon = ICONS[mark];
  return (
    <Icon
      className={className}
      style={{ color: toneColors(useTheme(), tone).text }}
      aria-hidden
    />
  );
}
