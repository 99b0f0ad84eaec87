import { Translate } from '../translation';
import { ClaimFindingOf } from './describeClaim';
import { describeList } from './describeList';
import { describeMoment } from './describeTime';
import { FindingWords } from './FindingWords';

/** The words where the place that a claim is narrowed to is the trouble. */
export function describeClaimedPlace(
  finding: ClaimFindingOf<'claim-in-existing-place' | 'label-in-claimed-place'>,
  t: Translate,
): FindingWords {
  if (finding.rule === 'claim-in-existing-place') {
    return describeMissingPlace(finding, t);
  }
  const { key, workloads, namespaces, clusters } = finding.message.values;
  return {
    title:
      finding.message.id === 'only-elsewhere'
        ? t('claim.elsewhere.title', { count: workloads })
        : t('claim.elsewhere.alsoTitle', { count: workloads }),
    sentence: t('claim.elsewhere.sentence', {
      key,
      namespaces: describeList(namespaces, t),
      clusters: describeList(clusters, t),
    }),
  };
}

function describeMissingPlace(
  { message }: ClaimFindingOf<'claim-in-existing-place'>,
  t: Translate,
): FindingWords {
  const { value } = message.values;
  if (message.id === 'namespace-missing') {
    return {
      title: t('claim.place.missing.title', { value }),
      sentence: describeWhereInstead(message.values, t),
    };
  }
  const { id } = message;
  const known = describeList(message.values.known, t);
  switch (id) {
    case 'namespace-illegal':
      return {
        title: t('claim.place.namespace.title'),
        sentence: t('claim.place.namespace.sentence', { value }),
      };
    case 'cluster-unknown':
      return {
        title: t('claim.place.cluster.title'),
        sentence: t('claim.place.cluster.sentence', { value, known }),
      };
    case 'no-cluster-related':
      return {
        title: t('claim.place.relation.title'),
        sentence: value
          ? t('claim.place.relation.elsewhere', { value, known })
          : t('claim.place.relation.none', { known }),
      };
    default:
      return id satisfies never;
  }
}

function describeWhereInstead(
  values: {
    readonly namespaces: readonly string[];
    readonly lastFound?: string;
  },
  t: Translate,
): string {
  const { namespaces, lastFound } = values;
  if (namespaces.length > 0) {
    return t('claim.place.missing.elsewhere', {
      namespaces: describeList(namespaces, t),
    });
  }
  return lastFound
    ? t('claim.place.missing.before', { time: describeMoment(lastFound, t) })
    : t('claim.place.missing.nowhere');
}
