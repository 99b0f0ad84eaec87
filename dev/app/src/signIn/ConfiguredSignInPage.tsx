import { SignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { oidcAuthApiRef } from './oidcAuthApi';

/** Asks people to sign in as the configuration's `signInPage` says. */
export function ConfiguredSignInPage(props: SignInPageProps) {
  const signInPage = useApi(configApiRef).getOptionalString('signInPage');
  if (signInPage === 'oidc') {
    return (
      <SignInPage
        {...props}
        provider={{
          id: 'oidc',
          title: 'OpenID Connect',
          message: 'Sign in with your organisation’s account',
          apiRef: oidcAuthApiRef,
        }}
      />
    );
  }
  return <SignInPage {...props} providers={['guest']} />;
}
