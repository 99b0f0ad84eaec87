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

const LABEL = 'backstage.io/kubernetes-id: payment-platform';

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
  /** A workload whose label is a letter short of any claim. */
  'loyalty-unclaimed': `kubectl apply -f - <<'YAML'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: loyalty-api
  namespace: payments-team
  labels: { app: loyalty-api, ${LABEL} }
spec:
  selector: { matchLabels: { app: loyalty-api } }
  template:
    metadata:
      labels: { app: loyalty-api, ${LABEL} }
    spec:
      containers: [{ name: api, image: registry.example.com/loyalty-api:1.0 }]
YAML`,
} as const;

/** Breaks the workshop. */
export function breakWorkshop(
  cluster: ControlPlane,
  breakage: Breakage,
): Promise<void> {
  return runInShell(cluster, COMMANDS[breakage]);
}
