import { ControlPlane } from '@internal/control-plane';
import { runInShell } from './runInShell';

/** What can be wrong in the workshop. */
export type Breakage = keyof typeof COMMANDS;

function setOnPodTemplate(
  deployment: string,
  namespace: string,
  value: string,
): string {
  return (
    `kubectl patch deployment ${deployment} -n ${namespace} --type=json ` +
    `-p '[{"op":"replace","path":"/spec/template/metadata/labels/backstage.io~1kubernetes-id","value":"${value}"}]'`
  );
}

function deployUnclaimed(
  deployment: string,
  namespace: string,
  value: string,
): string {
  const labels = `{ app: ${deployment}, backstage.io/kubernetes-id: ${value} }`;
  return `kubectl apply -f - <<'YAML'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${deployment}
  namespace: ${namespace}
  labels: ${labels}
spec:
  selector: { matchLabels: { app: ${deployment} } }
  template:
    metadata: { labels: ${labels} }
    spec:
      containers: [{ name: main, image: registry.example.com/${deployment}:1.0 }]
YAML`;
}

const COMMANDS = {
  /** Ticket 1, in the words of the workshop. */
  'gateway-hidden': setOnPodTemplate(
    'payments-gateway',
    'payments-team',
    'payments-gateway',
  ),
  'weather-hidden': setOnPodTemplate(
    'weather-api',
    'ops-track-demo',
    'weather-api',
  ),
  /** A workload whose label is a letter short of a claim. */
  'loyalty-unclaimed': deployUnclaimed(
    'loyalty-api',
    'payments-team',
    'payment-platform',
  ),
  /** A workload whose label is like no claim. */
  'mailer-unclaimed': deployUnclaimed(
    'report-mailer',
    'backstage',
    'report-mailer',
  ),
} as const;

/** Breaks the workshop. */
export function breakWorkshop(
  cluster: ControlPlane,
  breakage: Breakage,
): Promise<void> {
  return runInShell(cluster, COMMANDS[breakage]);
}
