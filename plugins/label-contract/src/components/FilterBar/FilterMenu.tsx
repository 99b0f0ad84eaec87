import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import CheckBoxIcon from '@material-ui/icons/CheckBox';
import CheckBoxOutlineBlankIcon from '@material-ui/icons/CheckBoxOutlineBlank';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useState } from 'react';
import { labelContractTranslationRef } from '../../translation';
import { edgeColor, focusRing, mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    button: {
      minHeight: 36,
      padding: '0 8px 0 12px',
      border: `1px solid ${edgeColor(theme)}`,
      borderRadius: 4,
      background: theme.palette.background.paper,
      color: theme.palette.text.primary,
      fontSize: 13,
      fontWeight: 400,
      textTransform: 'none',
      letterSpacing: 'normal',
      whiteSpace: 'nowrap',
      '&:focus-visible': focusRing(theme),
    },
    chosen: {
      borderColor: theme.palette.primary.main,
      color: theme.palette.primary.main,
      fontWeight: 700,
    },
    label: { justifyContent: 'space-between' },
    icon: { '&& > svg': { fontSize: 18 } },
    menu: { maxHeight: 360 },
    item: {
      minHeight: 32,
      padding: '4px 16px 4px 8px',
      fontSize: 14,
      lineHeight: '20px',
    },
    box: {
      width: 18,
      height: 18,
      margin: '0 8px 0 4px',
      color: mutedColor(theme),
    },
    chosenBox: {
      width: 18,
      height: 18,
      margin: '0 8px 0 4px',
      color: theme.palette.primary.main,
    },
    nothing: { padding: '6px 16px', fontSize: 14, color: mutedColor(theme) },
  }),
  { name: 'LabelContractFilterMenu' },
);

/** One value that can be chosen. */
export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** Props of {@link FilterMenu}. */
export interface FilterMenuProps {
  readonly name: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** A filter of which several values can be chosen; any of them is enough. */
export function FilterMenu(props: FilterMenuProps) {
  const { name, options, chosen, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isOpen = anchor !== null;
  const toggle = (value: string) =>
    onChoose(
      chosen.includes(value)
        ? chosen.filter(other => other !== value)
        : [...chosen, value],
    );
  return (
    <>
      <Button
        className={`${classes.button} ${
          chosen.length > 0 ? classes.chosen : ''
        }`}
        classes={{ endIcon: classes.icon, label: classes.label }}
        disableRipple
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={
          chosen.length > 0
            ? t('fleetFilter.chosen', { name, number: chosen.length })
            : undefined
        }
        endIcon={<ExpandMoreIcon aria-hidden />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {chosen.length > 0
          ? t('fleetFilter.some', { name, number: chosen.length })
          : name}
      </Button>
      <Menu
        anchorEl={anchor}
        open={isOpen}
        onClose={() => setAnchor(null)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{ className: classes.menu }}
        MenuListProps={{ 'aria-label': name, dense: true }}
      >
        {options.length === 0 && (
          <MenuItem className={classes.nothing} disabled>
            {t('fleetFilter.nothing')}
          </MenuItem>
        )}
        {options.map(({ value, label }) => (
          <MenuItem
            key={value}
            className={classes.item}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(value)}
            onClick={() => toggle(value)}
          >
            {chosen.includes(value) ? (
              <CheckBoxIcon className={classes.chosenBox} aria-hidden />
            ) : (
              <CheckBoxOutlineBlankIcon className={classes.box} aria-hidden />
            )}
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
