import {
  AccessMessageValues,
  ClusterFinding,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeList } from './describeList';
import { describeMoment } from './describeTime';
import { FindingWords } from './FindingWords';

/** The words of a finding about the way to a cluster. */
export function describeAccess(
  finding: ClusterFinding,
  t: Translate,
): FindingWords {
  const { values } = finding.message;
  return {
    ...describeTrouble(finding, t),
    quote: values.words,
    history: describeSince(values, t),
  };
}

function describeTrouble(
  { rule, message }: ClusterFinding,
  t: Translate,
): Pick<FindingWords, 'title' | 'sentence'> {
  const { cluster } = message.values;
  const kinds = describeList(message.values.kinds, t);
  switch (rule) {
    case 'cluster-reachable':
      return message.id === 'kinds-unanswered'
        ? {
            title: t('access.unansweredKinds', { cluster, kinds }),
            sentence: t('access.sentence.unanswered'),
          }
        : {
            title: t('access.unreachable', { cluster }),
            sentence: t('access.sentence.unreachable'),
          };
    case 'credentials-accepted':
      return {
        title: t('access.unauthorized', { cluster }),
        sentence: t('access.sentence.refused'),
      };
    case 'background-readable':
      return {
        title: t('access.noBackgroundAccess', { cluster }),
        sentence: t('access.sentence.needsUser'),
      };
    case 'kind-readable':
      return message.id === 'forbidden-to-tab'
        ? {
            title: t('access.forbiddenKindsToTab', { cluster, kinds }),
            sentence: t('access.sentence.forbiddenToTab'),
          }
        : {
            title: t('access.forbiddenKinds', { cluster, kinds }),
            sentence: t('access.sentence.forbidden'),
          };
    case 'kind-served':
      return {
        title: t('access.notServedKinds', { cluster, kinds }),
        sentence: t('access.sentence.notServed'),
      };
    default:
      return rule satisfies never;
  }
}

function describeSince(
  { since, seenBy, authProvider }: AccessMessageValues,
  t: Translate,
): string {
  const time = describeMoment(since, t);
  if (seenBy === 'account-of-tab') {
    return t('access.since', { time });
  }
  return authProvider
    ? t('access.sinceByOwnAccountOf', { time, authProvider })
    : t('access.sinceByOwnAccount', { time });
}
