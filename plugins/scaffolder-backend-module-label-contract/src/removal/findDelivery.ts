import type { ClusterClient } from '../cluster/ClusterClient';
import type { ServiceToRemove } from '../input/ServiceToRemove';
import {
  ArgoCdApplication,
  IN_CLUSTER,
} from '../manifests/applicationManifest';
import { SERVICE, TEAM } from '../manifests/ownershipLabels';
import { KINDS } from '../objects/kinds';
import { isMadeByUs } from '../objects/managersOf';
import type { Delivery } from './Delivery';
import { applicationOf } from './gitOpsToolOf';

/**
 * Finds the Applications that deliver a service to the namespace and that the actions made. None where the
 * cluster has no Argo CD, or the portal may not look: what they brought is refused then, as anything from Git.
 */
export async function findDelivery(
  client: ClusterClient,
  request: ServiceToRemove,
): Promise<Delivery> {
  const applications = await findApplications(client, request);
  const names = new Set(applications.map(({ metadata }) => metadata?.name));
  return {
    applications,
    isBrought: live => {
      const name = applicationOf(live);
      return name !== undefined && names.has(name);
    },
    bringsNamespace: applications.some(({ status }) =>
      status?.resources?.some(
        ({ group, kind, name }) =>
          !group && kind === 'Namespace' && name === request.namespace,
      ),
    ),
  };
}

async function findApplications(
  client: ClusterClient,
  { service, team, namespace, argoCdNamespace }: ServiceToRemove,
): Promise<ArgoCdApplication[]> {
  const { group, resource } = KINDS.Application;
  const mayLook =
    (await client.serves('Application')) &&
    (await client.mayI({
      verb: 'list',
      group,
      resource,
      namespace: argoCdNamespace,
    }));
  if (!mayLook) {
    return [];
  }
  const applications = await client.list('Application', {
    namespace: argoCdNamespace,
    labelSelector: `${SERVICE}=${service},${TEAM}=${team}`,
  });
  return applications.filter(
    application =>
      isMadeByUs(application) &&
      application.spec.destination.server === IN_CLUSTER &&
      application.spec.destination.namespace === namespace,
  );
}
