import { until } from '@internal/control-plane';
import { Portal } from '@internal/portal';

const PERMISSIONS = [
  'label-contract.report.read',
  'label-contract.workload.read',
  'label-contract.log.read',
];

/**
 * Waits until the portal's permission backend has read a changed file: it denies these permissions of the
 * label contract to the guest, and allows the others. An open page asks again only after a minute.
 */
export async function untilDenied(
  portal: Portal,
  denied: readonly string[],
): Promise<void> {
  const signedIn = await fetch(`${portal.url}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await signedIn.json();
  const items = PERMISSIONS.map(name => ({
    id: name,
    permission: { type: 'basic', name, attributes: { action: 'read' } },
  }));
  await until(
    async () => {
      const response = await fetch(`${portal.url}/api/permission/authorize`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${backstageIdentity.token}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ items }),
      });
      const answer: { items: { id: string; result: string }[] } =
        await response.json();
      return answer.items
        .filter(({ result }) => result === 'DENY')
        .map(({ id }) => id)
        .sort();
    },
    found => found.join() === [...denied].sort().join(),
    { what: `the permissions ${denied.join(', ') || 'none'} to be denied` },
  );
}
