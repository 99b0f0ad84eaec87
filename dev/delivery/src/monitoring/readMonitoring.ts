import { parseAllDocuments } from 'yaml';
import { listAt, textAt, valueAt } from '../check/valueAt';

/** One expression of a dashboard, with what it is called there. */
export interface PanelTarget {
  panel: string;
  expression: string;
}

/** What `install/monitoring` brings to a cluster. */
export interface Monitoring {
  /** The `spec` of the PrometheusRule: a file of rules, as Prometheus reads it. */
  rules: unknown;
  /** Expressions of the alerts. */
  alerts: { name: string; expression: string }[];
  /** Every expression of the dashboard, its variable `$namespace` replaced. */
  targets: PanelTarget[];
}

const dashboardKey = 'label-contract-dashboard.json';

/**
 * Reads what Kustomize makes of `install/monitoring`. Throws where the rules or the dashboard are missing: what is
 * shipped has to be what is tested.
 */
export function readMonitoring(
  manifests: string,
  namespace: string,
): Monitoring {
  const documents: unknown[] = parseAllDocuments(manifests).map(document =>
    document.toJS(),
  );
  const ofKind = (kind: string) =>
    documents.find(document => textAt(document, 'kind') === kind);
  const rules = valueAt(ofKind('PrometheusRule'), 'spec');
  const dashboard = textAt(ofKind('ConfigMap'), 'data', dashboardKey);
  if (rules === undefined || dashboard === undefined) {
    throw new Error(
      `The manifests need a PrometheusRule and a ConfigMap with the key '${dashboardKey}'`,
    );
  }
  return {
    rules,
    alerts: listAt(rules, 'groups')
      .flatMap(group => listAt(group, 'rules'))
      .map(rule => ({
        name: textAt(rule, 'alert') ?? '',
        expression: textAt(rule, 'expr') ?? '',
      })),
    targets: listAt(JSON.parse(dashboard), 'panels').flatMap(panel =>
      listAt(panel, 'targets').map(target => ({
        panel: textAt(panel, 'title') ?? '',
        expression: (textAt(target, 'expr') ?? '').replaceAll(
          '$namespace',
          namespace,
        ),
      })),
    ),
  };
}
