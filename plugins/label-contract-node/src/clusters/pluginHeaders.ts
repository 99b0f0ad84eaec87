import { AuthService } from '@backstage/backend-plugin-api';

/** What authorizes one request of this plugin to the Kubernetes plugin. */
export async function pluginHeaders({
  auth,
}: {
  readonly auth: AuthService;
}): Promise<Record<string, string>> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'kubernetes',
  });
  return { Authorization: `Bearer ${token}` };
}
