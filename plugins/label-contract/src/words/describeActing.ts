import {
  Desk,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { countByDesk, nameOfDesk } from './describeDesk';
import { nameOfRef } from './nameOfRef';

/** Who acts first, and how much there is for each. */
export interface ActingWords {
  /** Undefined where nobody has to act. */
  readonly desk?: Desk;
  readonly word: string;
  readonly detail: string;
}

/** Who has to act on a report, in words. A note asks nobody to act. */
export function describeActing(
  { findings, entityOwner, contract, clusters }: EntityReport,
  t: Translate,
): ActingWords {
  const [first, ...rest] = findings.filter(
    ({ severity }) => severity !== 'info',
  );
  if (
    !first &&
    contract.verdict === 'unknown' &&
    contract.reason === 'cluster-not-read'
  ) {
    return {
      desk: 'ops',
      word: t('acts.ops'),
      detail: t('acts.clusters', {
        count: clusters.filter(({ state }) => 'problem' in state).length,
      }),
    };
  }
  if (!first) {
    return { word: t('acts.nobody'), detail: t('acts.nothing') };
  }
  const desk = first.owner;
  const own = rest.filter(({ owner }) => owner === desk).length + 1;
  const others = countByDesk(
    {
      findings: rest.filter(({ owner }) => owner !== desk),
      entityOwner,
    },
    t,
  );
  return {
    desk,
    word: wordOfDesk(desk, entityOwner, t),
    detail: [
      t('acts.findings', { count: own }),
      others.length > 0
        ? t('acts.others', { desks: others.join(', ') })
        : describeNothingElse(desk, entityOwner, t),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** Who acts, as a title: "Ops", "inventory-team", "Catalog file". */
export function wordOfDesk(
  desk: Desk,
  entityOwner: string | undefined,
  t: Translate,
): string {
  switch (desk) {
    case 'ops':
      return t('acts.ops');
    case 'catalog':
      return t('acts.catalog');
    case 'team':
      return entityOwner ? nameOfRef(entityOwner) : t('acts.ownerless');
    case 'nobody':
      return nameOfDesk({ desk, entityOwner }, t);
    default:
      return desk satisfies never;
  }
}

/** The other desk has a right to hear that it was looked at, too. */
function describeNothingElse(
  desk: Desk,
  entityOwner: string | undefined,
  t: Translate,
): string | undefined {
  if (desk === 'team') {
    return t('acts.nothingForOps');
  }
  return entityOwner
    ? t('acts.nothingForTeam', { team: nameOfRef(entityOwner) })
    : undefined;
}
