/** Providers that hand on the credential of whoever looks at the tab. */
const USER_PROVIDERS: readonly (string | undefined)[] = [
  'oidc',
  'google',
  'aks',
];

/** Whether the tab asks a cluster with the credential of whoever looks at it. */
export function isUserProvider(authProvider: string | undefined): boolean {
  return USER_PROVIDERS.includes(authProvider);
}
