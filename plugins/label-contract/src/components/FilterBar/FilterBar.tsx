import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Export } from '../../hooks/useExport';
import { labelContractTranslationRef } from '../../translation';
import { SearchField } from '../SearchField/SearchField';
import { TextButton } from '../TextButton/TextButton';
import { toneColors } from '../tones';
import { FilterMenu, FilterMenuProps } from './FilterMenu';
import { useDebouncedText } from './useDebouncedText';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: 8 },
    search: {
      display: 'flex',
      flex: '1 1 220px',
      '& > *': { maxWidth: 'none' },
    },
    export: {
      minHeight: 36,
      borderRadius: 4,
      background: toneColors(theme, 'calm').tint,
    },
    narrow: { '& > button': { flex: '1 1 30%' } },
    whole: { flex: '1 1 100% !important' },
    failed: {
      margin: '8px 0 0',
      fontSize: 13,
      lineHeight: '20px',
      color: toneColors(theme, 'bad').text,
    },
  }),
  { name: 'LabelContractFilterBar' },
);

/** Props of {@link FilterBar}. */
export interface FilterBarProps {
  readonly search: {
    /** Stands in the empty field, too. */
    readonly label: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
  };
  readonly filters: readonly FilterMenuProps[];
  readonly table: Export;
  /** Rows that the export holds; undefined as long as nobody knows. */
  readonly count: number | undefined;
  readonly isNarrow: boolean;
}

/** Search, filters, and the export of what they leave. */
export function FilterBar(props: FilterBarProps) {
  const { search, filters, table, count, isNarrow } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const [text, setText] = useDebouncedText(search);
  const isExporting = table.state === 'exporting';
  return (
    <div role="search" aria-label={t('fleetFilter.label')}>
      <div
        className={
          isNarrow ? `${classes.root} ${classes.narrow}` : classes.root
        }
      >
        <div
          className={
            isNarrow ? `${classes.search} ${classes.whole}` : classes.search
          }
        >
          <SearchField label={search.label} value={text} onChange={setText} />
        </div>
        {filters.map(filter => (
          <FilterMenu key={filter.name} {...filter} />
        ))}
        <TextButton
          className={
            isNarrow ? `${classes.export} ${classes.whole}` : classes.export
          }
          isOutlined
          icon={<GetAppIcon />}
          isDisabled={!count || isExporting}
          onClick={table.start}
        >
          {isExporting
            ? t('fleetFilter.exporting')
            : t('fleetFilter.export', { count: count ?? 0 })}
        </TextButton>
      </div>
      <div role="status">
        {table.state === 'failed' && (
          <p className={classes.failed}>{t('fleetFilter.exportFailed')}</p>
        )}
      </div>
    </div>
  );
}
