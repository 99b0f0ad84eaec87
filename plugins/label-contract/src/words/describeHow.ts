import {
  EditAnnotationsFix,
  EditConfigFix,
  EditSourceFix,
  ManagerFacts,
  RelateClusterFix,
  SyncFix,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeManager } from './describeManager';
import { nameOfRef } from './nameOfRef';

/** Fixes that change a file, or that a manager carries out. */
export type IndirectFix =
  | EditAnnotationsFix
  | RelateClusterFix
  | EditConfigFix
  | SyncFix
  | EditSourceFix;

/** What to do with the text of a fix: "Change it in the catalog file of payments-platform". */
export function describeHow(fix: IndirectFix, t: Translate): string {
  switch (fix.kind) {
    case 'edit-annotations':
      return t('fix.how.editAnnotations', { entity: nameOfRef(fix.entityRef) });
    case 'relate-cluster':
      return t('fix.how.relateCluster', { entity: nameOfRef(fix.entityRef) });
    case 'edit-config':
      return t('fix.how.editConfig');
    case 'sync':
      return describeSync(fix.manager, t);
    case 'edit-source':
      return describeSource(fix, t);
    default:
      return fix satisfies never;
  }
}

function describeSync(facts: ManagerFacts, t: Translate): string {
  const manager = describeManager(facts, t);
  switch (facts.tool) {
    case 'argo-cd':
      return describeArgoCdSync(facts, t);
    case 'flux':
      return t('fix.how.sync', { manager });
    case 'helm':
      return t('fix.how.release', { manager });
    case 'olm':
    case 'operator':
      return t('fix.how.repair', { manager });
    default:
      return facts.tool satisfies never;
  }
}

function describeArgoCdSync(facts: ManagerFacts, t: Translate): string {
  const values = { manager: describeManager(facts, t) };
  switch (facts.selfHeals) {
    case true:
      return t('fix.how.syncHeals', values);
    case false:
      return t('fix.how.syncByHand', values);
    default:
      return t('fix.how.sync', values);
  }
}

function describeSource(fix: EditSourceFix, t: Translate): string {
  const manager = describeManager(fix.manager, t);
  switch (fix.then) {
    case 'nothing':
      return t('fix.how.editSource', { manager });
    case 'sync':
      return t('fix.how.thenSync', { manager });
    case 'release':
      return t('fix.how.thenRelease', { manager });
    case 'recreate':
      return t('fix.how.thenRecreate', { manager, kind: fix.workload.kind });
    default:
      return fix.then satisfies never;
  }
}
