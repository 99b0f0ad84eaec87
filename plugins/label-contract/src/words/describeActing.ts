import {
  Desk,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { countByDesk, titleOfDesk } from './describeDesk';
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
  { findings, entityOwner, contract, access, incomplete }: EntityReport,
  t: Translate,
): ActingWords {
  const [first, ...rest] = findings.filter(
    ({ severity }) => severity !== 'info',
  );
  const unread = new Set(access.map(({ subject }) => subject.name));
  const isUnread =
    (contract.verdict === 'unknown' &&
      contract.reason === 'cluster-not-read') ||
    incomplete.some(({ cluster }) => unread.has(cluster));
  if (!first && isUnread) {
    return {
      desk: 'ops',
      word: t('acts.ops'),
      detail: t('acts.clusters', { count: unread.size }),
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
    word: titleOfDesk({ desk, entityOwner }, t),
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
