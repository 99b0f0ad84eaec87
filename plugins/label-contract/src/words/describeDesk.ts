import { Desk, Finding } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { nameOfRef } from './nameOfRef';

/** Who acts: a desk, and the team where its name is known. */
export interface Acting {
  readonly desk: Desk;
  readonly entityOwner?: string;
}

/** What a desk is called in one manner of speaking; a team has its own name, unless `team` wraps it. */
const WORDS = {
  chip: {
    ops: 'desk.ops',
    team: 'desk.team',
    ownerless: 'desk.ownerless',
    catalog: 'desk.catalog',
    nobody: 'desk.nobody',
  },
  sentence: {
    ops: 'desk.opsShort',
    team: undefined,
    ownerless: 'desk.ownerlessShort',
    catalog: 'desk.catalogShort',
    nobody: 'desk.nobodyShort',
  },
  title: {
    ops: 'acts.ops',
    team: undefined,
    ownerless: 'acts.ownerless',
    catalog: 'acts.catalog',
    nobody: 'desk.nobodyShort',
  },
  toDo: {
    ops: 'toDo.ops',
    team: 'toDo.team',
    ownerless: 'toDo.ownerless',
    catalog: 'toDo.catalog',
    nobody: 'toDo.nobody',
  },
} as const;

function wordsFor(
  manner: keyof typeof WORDS,
  { desk, entityOwner }: Acting,
  t: Translate,
): string {
  const words = WORDS[manner];
  if (desk !== 'team') {
    return t(words[desk]);
  }
  if (!entityOwner) {
    return t(words.ownerless);
  }
  const team = nameOfRef(entityOwner);
  return words.team ? t(words.team, { team }) : team;
}

/** Who acts, as on a chip: "For ops", "For inventory-team". */
export function describeDesk(acting: Acting, t: Translate): string {
  return wordsFor('chip', acting, t);
}

/** Who acts, in the middle of a sentence: "ops", "inventory-team". */
export function nameOfDesk(acting: Acting, t: Translate): string {
  return wordsFor('sentence', acting, t);
}

/** Who acts, as a title: "Ops", "inventory-team", "Catalog file". */
export function titleOfDesk(acting: Acting, t: Translate): string {
  return wordsFor('title', acting, t);
}

/** Who has something to do, as a title: "To do for ops". */
export function describeToDo(acting: Acting, t: Translate): string {
  return wordsFor('toDo', acting, t);
}

const DESKS: readonly Desk[] = ['ops', 'team', 'catalog', 'nobody'];

/**
 * Counts findings by who acts: "2 more findings: 1 for ops, 1 for storefront-team", or "2 more findings
 * for ops"; undefined where there are none.
 */
export function describeOthers(
  options: { findings: readonly Finding[]; entityOwner?: string },
  t: Translate,
): string | undefined {
  const { findings, entityOwner } = options;
  const [first] = findings;
  if (!first) {
    return undefined;
  }
  const count = findings.length;
  return findings.every(({ owner }) => owner === first.owner)
    ? t('others.forOne', {
        count,
        desk: nameOfDesk({ desk: first.owner, entityOwner }, t),
      })
    : t('others.forSeveral', {
        findings: count,
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
