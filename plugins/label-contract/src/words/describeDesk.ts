import { Desk, Finding } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { nameOfRef } from './nameOfRef';

/** Who acts, as on a chip: "For ops", "For inventory-team". */
export function describeDesk(
  options: { desk: Desk; entityOwner?: string },
  t: Translate,
): string {
  const { desk, entityOwner } = options;
  switch (desk) {
    case 'ops':
      return t('desk.ops');
    case 'team':
      return entityOwner
        ? t('desk.team', { team: nameOfRef(entityOwner) })
        : t('desk.ownerless');
    case 'catalog':
      return t('desk.catalog');
    case 'nobody':
      return t('desk.nobody');
    default:
      return desk satisfies never;
  }
}

/** Who acts, in the middle of a sentence: "ops", "inventory-team". */
export function nameOfDesk(
  options: { desk: Desk; entityOwner?: string },
  t: Translate,
): string {
  const { desk, entityOwner } = options;
  switch (desk) {
    case 'ops':
      return t('desk.opsShort');
    case 'team':
      return entityOwner ? nameOfRef(entityOwner) : t('desk.ownerlessShort');
    case 'catalog':
      return t('desk.catalogShort');
    case 'nobody':
      return t('desk.nobodyShort');
    default:
      return desk satisfies never;
  }
}

const DESKS: readonly Desk[] = ['ops', 'team', 'catalog', 'nobody'];

/**
 * Counts findings by who acts: "2 more findings: 1 for ops, 1 for storefront-team"; undefined where
 * there are none.
 */
export function describeOthers(
  options: { findings: readonly Finding[]; entityOwner?: string },
  t: Translate,
): string | undefined {
  const { findings } = options;
  return findings.length === 0
    ? undefined
    : t('others.count', {
        count: findings.length,
        desks: countByDesk(options, t).join(', '),
      });
}

/** How many findings there are for each desk that has any: "1 for ops", "2 for storefront-team". */
export function countByDesk(
  options: { findings: readonly Finding[]; entityOwner?: string },
  t: Translate,
): string[] {
  const { findings, entityOwner } = options;
  return DESKS.map(desk => ({
    desk,
    count: findings.filter(finding => finding.owner === desk).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ desk, count }) =>
      t('others.desk', {
        findings: count,
        desk: nameOfDesk({ desk, entityOwner }, t),
      }),
    );
}

/** Who has something to do, as a title: "To do for ops". */
export function describeToDo(
  options: { desk: Desk; entityOwner?: string },
  t: Translate,
): string {
  const { desk, entityOwner } = options;
  switch (desk) {
    case 'ops':
      return t('toDo.ops');
    case 'team':
      return entityOwner
        ? t('toDo.team', { team: nameOfRef(entityOwner) })
        : t('toDo.ownerless');
    case 'catalog':
      return t('toDo.catalog');
    case 'nobody':
      return t('toDo.nobody');
    default:
      return desk satisfies never;
  }
}
