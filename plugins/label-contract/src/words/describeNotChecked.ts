import { NotCheckedReason } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeList } from './describeList';

/** Why a rule's silence says nothing. */
export function describeNotChecked(
  why: NotCheckedReason,
  t: Translate,
): string {
  switch (why.id) {
    case 'kinds-not-read':
      return t('notChecked.kinds', {
        kinds: describeList(why.values.kinds, t),
        clusters: describeList(why.values.clusters, t),
      });
    case 'nothing-remembered':
      return t('notChecked.nothingRemembered');
    case 'log-not-read':
      return t('notChecked.logNotRead', { workload: why.values.workload });
    case 'log-not-understood':
      return t('notChecked.logNotUnderstood', {
        workload: why.values.workload,
      });
    case 'outside-cluster':
      return t('notChecked.outsideCluster', {
        workload: why.values.workload,
        host: why.values.host,
      });
    default:
      return why satisfies never;
  }
}
