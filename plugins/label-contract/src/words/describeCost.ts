import {
  CommandFix,
  Reversal,
  RollPodsFix,
  SetLabelFix,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeManager } from './describeManager';

/** What {@link describeCost} speaks of. */
export interface CostOptions {
  readonly fix: CommandFix;
  /** Whether the reader sees the patch, and not the command that sends it. */
  readonly isPatch: boolean;
}

/**
 * Where a command runs, or what a patch is for, and what it does to what runs: "Run on prod-east. Replaces 1
 * pod."
 */
export function describeCost(options: CostOptions, t: Translate): string {
  return [describeUse(options, t), describeEffect(options.fix, t)].join(' ');
}

function describeUse({ fix, isPatch }: CostOptions, t: Translate): string {
  if (fix.kind === 'grant-read') {
    return t('fix.cost.runOn', { cluster: fix.cluster });
  }
  const { cluster, namespace, kind, name: workload } = fix.workload;
  return isPatch
    ? t('fix.cost.patchOf', { cluster, namespace, kind, workload })
    : t('fix.cost.runOn', { cluster });
}

function describeEffect(fix: CommandFix, t: Translate): string {
  switch (fix.kind) {
    case 'set-label':
      return describePatch(fix, t);
    case 'remove-label':
      return fix.levels.includes('pod-template')
        ? t('fix.cost.replacesPods')
        : t('fix.cost.restartsNothing');
    case 'label-pods':
      return t('fix.cost.restartsNothing');
    case 'roll-pods':
      return describeRoll(fix, t);
    case 'recreate-workload':
      return fix.how === 'orphan'
        ? t('fix.cost.orphan')
        : t('fix.cost.downtime');
    case 'grant-read':
      return fix.account
        ? t('fix.cost.grants', { account: fix.account })
        : t('fix.cost.grantsNobody');
    default:
      return fix satisfies never;
  }
}

function describePatch(
  { replacesPods, pods = [] }: SetLabelFix,
  t: Translate,
): string {
  return pods.length > 0 && replacesPods === 0
    ? t('fix.cost.restartsNothing')
    : t('fix.cost.replaces', { count: replacesPods });
}

function describeRoll({ how, pods }: RollPodsFix, t: Translate): string {
  switch (how) {
    case 'restart':
      return t('fix.cost.replaces', { count: pods.length });
    case 'resume-rollout':
      return t('fix.cost.resumes', { count: pods.length });
    case 'delete-pods':
      return t('fix.cost.deletes', { count: pods.length });
    default:
      return how satisfies never;
  }
}

/** Who takes a patch back, and when. */
export function describeReversal(
  { when, manager }: Reversal,
  t: Translate,
): string {
  const values = { manager: describeManager(manager, t) };
  switch (when) {
    case 'within-seconds':
      return t('fix.reverted.withinSeconds', values);
    case 'at-next-sync':
      return manager.selfHeals === undefined
        ? t('fix.reverted.atNextSyncOrSooner', values)
        : t('fix.reverted.atNextSync', values);
    case 'at-next-release':
      return t('fix.reverted.atNextRelease', values);
    default:
      return when satisfies never;
  }
}
