import { ClusterFacts } from '../facts/Facts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { KubernetesTabSettings } from './KubernetesTabSettings';
import { drawnOf, kindsNotAskedFor, neededKinds, refusalOf } from './wayToTab';

/**
 * What keeps a workload, or its pods, from being drawn, the first that fits.
 *
 * - `labels`: the label of some level.
 * - `tab-fails`: one cluster whose credential cannot be had takes all of them away.
 * - `not-drawn`: labelled right, but the tab draws no row for its kind.
 * - `not-asked-for`: labelled right, but the configuration leaves its kind out.
 * - `not-readable`: the account may not read its kind.
 * - `row-only`: the row is there; its pods never are, or come back from nothing that is asked for.
 *
 * @public
 */
export type HiddenBecause =
  | 'labels'
  | 'tab-fails'
  | 'not-drawn'
  | 'not-asked-for'
  | 'not-readable'
  | 'row-only';

/** Why a workload is not visible; undefined where its row and all its pods are drawn. */
export function hiddenBecause(options: {
  workload: MatchedWorkload;
  settings: KubernetesTabSettings;
  /** Those that the claim reaches. */
  clusters: readonly ClusterFacts[];
  /** True where gate 2 is closed for all clusters. */
  doesTabFail: boolean;
}): HiddenBecause | undefined {
  const { workload, settings, clusters, doesTabFail } = options;
  const { kind, cluster: name } = workload.facts;
  const place = { kind, cluster: name, settings };
  if (!isLabelledRight(workload)) {
    return 'labels';
  }
  if (doesTabFail) {
    return 'tab-fails';
  }
  const drawn = drawnOf(place);
  if (!drawn.row) {
    return 'not-drawn';
  }

  const notAskedFor = kindsNotAskedFor(place);
  const cluster = clusters.find(each => each.name === name);
  const refused = neededKinds(place).filter(
    each => cluster && refusalOf(each, cluster) === 'forbidden',
  );
  if (notAskedFor.includes(kind)) {
    return 'not-asked-for';
  }
  if (refused.includes(kind)) {
    return 'not-readable';
  }
  const hasItsPods =
    drawn.pods && notAskedFor.length === 0 && refused.length === 0;
  return hasItsPods ? undefined : 'row-only';
}

/** Whether every level carries what the claim asks for; only then its kind can be what hides it. */
export function isLabelledRight({ levels }: MatchedWorkload): boolean {
  const { object, jobTemplate, podTemplate, pods } = levels;
  return (
    object.matches &&
    jobTemplate?.matches !== false &&
    podTemplate.matches &&
    pods.matching === pods.of
  );
}
