export interface Config {
  /**
   * How people sign in, as in Developer Hub: `oidc` for the provider at `auth.providers.oidc`. Guests by default.
   *
   * @visibility frontend
   */
  signInPage?: string;
  auth?: {
    /**
     * Which of a provider's environments holds, such as `production`. Default is `development`.
     *
     * @visibility frontend
     */
    environment?: string;
  };
}
