import {
  Drawn,
  GateReport,
  GateState,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeList } from './describeList';
import { Tone } from './Tone';

/** One gate in words: how far it is open, and why. */
export interface GateWords {
  readonly name: string;
  readonly state: string;
  readonly tone: Tone;
  readonly detail: string;
  /** Part of the detail that stands so in a file, or is sent so to a cluster. */
  readonly code?: string;
}

const TONES: Record<GateState, Tone> = {
  open: 'good',
  partly: 'bad',
  closed: 'bad',
  unknown: 'calm',
};

/** One gate of the way to the Kubernetes tab, in words. */
export function describeGate(gate: GateReport, t: Translate): GateWords {
  return {
    name: t(`gate.${gate.gate}`),
    state: describeState(gate, t),
    tone: TONES[gate.state],
    detail: describeReason(gate, t),
    code: codeIn(gate),
  };
}

function codeIn(gate: GateReport): string | undefined {
  switch (gate.gate) {
    case 'tab':
      return shortKey(
        gate.reason.id === 'annotation-missing'
          ? KUBERNETES_ID
          : gate.reason.values.key,
      );
    case 'query':
      return 'query' in gate.reason.values
        ? gate.reason.values.query
        : undefined;
    default:
      return undefined;
  }
}

function describeState(
  { gate, state, holdsBack }: GateReport,
  t: Translate,
): string {
  if (state !== 'partly' || holdsBack.length === 0) {
    return t(`gateState.${state}`);
  }
  return gate === 'cluster'
    ? t('gateState.closedForClusters', { count: holdsBack.length })
    : t('gateState.closedForWorkloads', { count: holdsBack.length });
}

function describeReason(gate: GateReport, t: Translate): string {
  switch (gate.gate) {
    case 'tab':
      return describeTab(gate, t);
    case 'cluster':
      return describeClusterReason(gate.reason, t);
    case 'query':
      return describeQuery(gate.reason, t);
    case 'view':
      return describeView(gate.reason, t);
    default:
      return gate satisfies never;
  }
}

type GateOf<Name extends GateReport['gate']> = Extract<
  GateReport,
  { gate: Name }
>;

function describeTab({ reason, shell }: GateOf<'tab'>, t: Translate): string {
  const now = describeTabReason(reason, t);
  if (!shell) {
    return now;
  }
  const legacy =
    shell.reason.id === 'no-tab'
      ? t('gateTab.legacyNone')
      : t('gateTab.legacyMissing');
  return `${now} ${legacy}`;
}

function describeTabReason(
  reason: GateOf<'tab'>['reason'],
  t: Translate,
): string {
  switch (reason.id) {
    case 'annotation-set':
      return t('gateTab.set', { key: shortKey(reason.values.key) });
    case 'annotation-empty':
      return t('gateTab.empty', { key: shortKey(reason.values.key) });
    case 'annotation-missing':
      return t('gateTab.missing', { keys: shortKey(KUBERNETES_ID) });
    default:
      return reason satisfies never;
  }
}

/** A key without its domain: there is room for few words. */
function shortKey(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function describeClusterReason(
  reason: GateOf<'cluster'>['reason'],
  t: Translate,
): string {
  switch (reason.id) {
    case 'all': {
      const { clusters, ignored } = reason.values;
      const all = t('gateCluster.all', {
        count: clusters.length,
        clusters: describeList(clusters, t),
      });
      return ignored === undefined
        ? all
        : `${all} ${t('gateCluster.ignored', { cluster: ignored })}`;
    }
    case 'chosen':
      return t('gateCluster.chosen', {
        clusters: describeList(reason.values.clusters, t),
      });
    case 'annotation-names-none': {
      const { value, known, nearly } = reason.values;
      return withNearly(
        t('gateCluster.namesNone', { value, known: describeList(known, t) }),
        nearly,
        t,
      );
    }
    case 'relations-name-none': {
      const { known, nearly } = reason.values;
      return withNearly(
        t('gateCluster.relationsNone', { known: describeList(known, t) }),
        nearly,
        t,
      );
    }
    case 'relations-elsewhere': {
      const { refs, namespace } = reason.values;
      return t('gateCluster.relationsElsewhere', {
        refs: describeList(refs, t),
        namespace,
      });
    }
    case 'not-listed':
      return t('gateCluster.notListed', {
        clusters: describeList(reason.values.clusters, t),
      });
    case 'none-configured':
      return t('gateCluster.none');
    case 'credential-missing':
      return t('gateCluster.credential', clustersOf(reason.values, t));
    case 'not-answering':
      return t('gateCluster.notAnswering', clustersOf(reason.values, t));
    case 'needs-sign-in':
      return t('gateCluster.signIn', clustersOf(reason.values, t));
    case 'not-ours':
      return t('gateCluster.notOurs', clustersOf(reason.values, t));
    case 'syncing':
      return t('gateCluster.syncing', clustersOf(reason.values, t));
    default:
      return reason satisfies never;
  }
}

function clustersOf(
  { clusters }: { readonly clusters: readonly string[] },
  t: Translate,
) {
  return { clusters: describeList(clusters, t) };
}

function withNearly(
  words: string,
  nearly: readonly string[],
  t: Translate,
): string {
  return nearly.length === 0
    ? words
    : `${words} ${t('gateCluster.nearly', {
        nearly: describeList(nearly, t),
      })}`;
}

function describeQuery(
  reason: GateOf<'query'>['reason'],
  t: Translate,
): string {
  const { query } = reason.values;
  switch (reason.id) {
    case 'sent': {
      const { namespace } = reason.values;
      return namespace === undefined
        ? t('gateQuery.everywhere', { query })
        : t('gateQuery.inNamespace', { query, namespace });
    }
    case 'not-read':
      return t('gateQuery.notRead');
    case 'asks-for-no-id':
      return t('gateQuery.noId', { query });
    case 'falls-back-to-name':
      return t('gateQuery.fallsBack', { query });
    case 'refused':
      return t('gateQuery.refused', { query, problem: reason.values.problem });
    case 'namespace-illegal':
      return t('gateQuery.namespaceIllegal', {
        namespace: reason.values.namespace,
      });
    case 'kinds-not-asked': {
      const { objectTypes, customResources } = reason.values;
      return t('gateQuery.kindsNotAsked', {
        kinds: describeList([...objectTypes, ...customResources], t),
      });
    }
    case 'kinds-not-readable':
      return t('gateQuery.kindsForbidden', {
        kinds: describeList(
          [...new Set(reason.values.kinds.map(({ kind }) => kind))],
          t,
        ),
      });
    default:
      return reason satisfies never;
  }
}

function describeView(reason: GateOf<'view'>['reason'], t: Translate): string {
  switch (reason.id) {
    case 'all-drawn':
      return describeAllDrawn(reason.values, t);
    case 'only-last-seen':
      return t('gateView.onlyLastSeen');
    case 'nothing-matched':
      return t('gateView.nothing');
    case 'not-all-drawn': {
      const { withoutRow, withoutPods, notDrawn } = reason.values;
      return [
        withoutRow.length > 0 &&
          t('gateView.withoutRow', {
            count: withoutRow.length,
            workloads: describeList(withoutRow, t),
          }),
        withoutPods.length > 0 &&
          t('gateView.withoutPods', {
            count: withoutPods.length,
            workloads: describeList(withoutPods, t),
          }),
        notDrawn.length > 0 &&
          t('gateView.notDrawn', { workloads: describeList(notDrawn, t) }),
      ]
        .filter(Boolean)
        .join(' ');
    }
    default:
      return reason satisfies never;
  }
}

/** What earlier gates hold back is no matter of the view. */
function describeAllDrawn(
  { rows, ofRows, lastSeen }: Drawn,
  t: Translate,
): string {
  if (rows < ofRows) {
    return t('gateView.allFound');
  }
  return lastSeen === 0 ? t('gateView.all') : t('gateView.allSeen');
}

/** What the tab shows in the end: "3 of 3 rows, 2 of 3 pods". */
export function describeDrawn(
  gates: readonly GateReport[],
  t: Translate,
): string {
  const view = gates.find(
    (gate): gate is GateOf<'view'> => gate.gate === 'view',
  );
  if (!view || view.reason.id === 'nothing-matched') {
    return t('gates.nothing');
  }
  const { lastSeen } = view.reason.values;
  const old = t('gates.lastSeen', { count: lastSeen });
  if (view.reason.id === 'only-last-seen') {
    return old;
  }
  const { rows, ofRows, pods, ofPods } = view.reason.values;
  const drawn = t('gates.drawn', {
    rows: t('gates.rows', { rows, count: ofRows }),
    pods: t('gates.pods', { pods, count: ofPods }),
  });
  return lastSeen === 0 ? drawn : t('gates.drawnAndOld', { drawn, old });
}
