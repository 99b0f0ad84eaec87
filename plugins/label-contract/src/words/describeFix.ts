import {
  Fix,
  Reversal,
  RollPodsFix,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeManager } from './describeManager';
import { nameOfRef } from './nameOfRef';

/** A fix in one line, as what else could be done: "direct patch, until the next sync". */
export function describeFix(fix: Fix, t: Translate): string {
  switch (fix.kind) {
    case 'set-label':
      return describePatch(fix.reverted?.when, t);
    case 'remove-label':
      return fix.under === 'annotations'
        ? t('fix.name.removeAnnotation')
        : t('fix.name.removeLabel');
    case 'label-pods':
      return t('fix.name.labelPods');
    case 'roll-pods':
      return describeRoll(fix.how, t);
    case 'recreate-workload':
      return fix.how === 'downtime'
        ? t('fix.name.recreateWithDowntime', { kind: fix.workload.kind })
        : t('fix.name.recreate', { kind: fix.workload.kind });
    case 'edit-annotations':
      return t('fix.name.editAnnotations', {
        entity: nameOfRef(fix.entityRef),
      });
    case 'relate-cluster':
      return t('fix.name.relateCluster', {
        entity: nameOfRef(fix.entityRef),
        cluster: fix.cluster,
      });
    case 'edit-config':
      return t('fix.name.editConfig');
    case 'grant-read':
      return t('fix.name.grantRead');
    case 'sync':
      return t('fix.name.sync', { manager: describeManager(fix.manager, t) });
    case 'edit-source':
      return t('fix.name.editSource', {
        manager: describeManager(fix.manager, t),
      });
    case 'tell-owner':
      return fix.owner
        ? t('fix.name.tell', { owner: nameOfRef(fix.owner) })
        : t('fix.name.tellOwner');
    default:
      return fix satisfies never;
  }
}

function describePatch(when: Reversal['when'] | undefined, t: Translate) {
  switch (when) {
    case undefined:
      return t('fix.name.setLabel');
    case 'within-seconds':
      return t('fix.name.patchForSeconds');
    case 'at-next-sync':
      return t('fix.name.patchUntilSync');
    case 'at-next-release':
      return t('fix.name.patchUntilRelease');
    default:
      return when satisfies never;
  }
}

function describeRoll(how: RollPodsFix['how'], t: Translate): string {
  switch (how) {
    case 'restart':
      return t('fix.name.restart');
    case 'resume-rollout':
      return t('fix.name.resume');
    case 'delete-pods':
      return t('fix.name.deletePods');
    default:
      return how satisfies never;
  }
}
