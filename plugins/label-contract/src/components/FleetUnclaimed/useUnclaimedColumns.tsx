import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { UnclaimedWorkload } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeSign } from '../../words/describeSign';
import { nameOfRef } from '../../words/nameOfRef';
import { Code } from '../Code/Code';
import { ServiceLink } from '../ServiceLink/ServiceLink';
import { SmallLine } from '../SmallLine/SmallLine';
import { TableColumn } from '../Table/TableColumn';
import { WorkloadName } from '../WorkloadCells/WorkloadName';
import { WorkloadPlace } from '../WorkloadCells/WorkloadPlace';
import { mutedColor } from '../tones';
import { RegisterLink } from './RegisterLink';

const useStyles = makeStyles(
  theme => ({
    muted: { color: mutedColor(theme) },
    signs: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'LabelContractUnclaimedColumns' },
);

/** The columns of the workloads that no service claims. */
export function useUnclaimedColumns(): readonly TableColumn<UnclaimedWorkload>[] {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return [
    {
      id: 'value',
      title: t('unclaimedRow.value'),
      isWide: true,
      cell: ({ value, key }) => (
        <span title={key}>
          <Code>{value}</Code>
        </span>
      ),
    },
    {
      id: 'workload',
      title: t('unclaimedRow.workload'),
      cell: ({ ref }) => <WorkloadName workload={ref} />,
    },
    {
      id: 'where',
      title: t('unclaimedRow.where'),
      cell: ({ ref }) => <WorkloadPlace workload={ref} />,
    },
    {
      id: 'likeliest',
      title: t('unclaimedRow.likeliest'),
      cell: ({ likeliest: [first, ...others] }) =>
        first ? (
          <>
            <ServiceLink entityRef={first.entityRef}>
              {nameOfRef(first.entityRef)}
            </ServiceLink>
            {others.length > 0 && (
              <SmallLine
                title={others
                  .map(({ entityRef }) => nameOfRef(entityRef))
                  .join(', ')}
              >
                {t('unclaimedRow.others', { count: others.length })}
              </SmallLine>
            )}
            <SmallLine>
              {t(`unclaimedRow.evidence.${first.evidence}`)}
            </SmallLine>
          </>
        ) : (
          <span className={classes.muted}>{t('fleetRow.none')}</span>
        ),
    },
    {
      id: 'why',
      title: t('unclaimedRow.why'),
      isWide: true,
      cell: ({ likeliest: [first] }) =>
        first ? (
          <ul className={classes.signs}>
            {first.signs.map(sign => (
              <li key={sign.id}>{describeSign(sign, t)}.</li>
            ))}
          </ul>
        ) : (
          t('unclaimedRow.nobody')
        ),
    },
    {
      id: 'next',
      title: t('unclaimedRow.next'),
      isWide: true,
      cell: ({ likeliest: [first] }) =>
        first ? (
          <ServiceLink entityRef={first.entityRef}>
            {first.evidence === 'weak'
              ? t('unclaimedRow.compare')
              : t('unclaimedRow.seeFix')}
          </ServiceLink>
        ) : (
          <RegisterLink />
        ),
    },
  ];
}
