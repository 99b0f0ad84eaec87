/** The cookies of a browser, by the address that set them. */
class Cookies {
  readonly #byOrigin = new Map<string, Map<string, string>>();

  take(origin: string, response: Response): void {
    const cookies = this.#byOrigin.get(origin) ?? new Map<string, string>();
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) {
        cookies.set(name, value);
      }
    }
    this.#byOrigin.set(origin, cookies);
  }

  of(origin: string): string {
    return [...(this.#byOrigin.get(origin) ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }
}

/** More redirects than this are a circle. */
const MOST_STEPS = 20;

/**
 * Signs a person in as a browser would, redirect by redirect, and returns the token that the portal gives.
 * Throws where it gives none, with what it said.
 */
export async function signInByOidc(options: {
  portalUrl: string;
  user: string;
}): Promise<string> {
  const { portalUrl, user } = options;
  const cookies = new Cookies();
  const ask = async (url: URL, init: RequestInit = {}) => {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: cookies.of(url.origin) },
    });
    cookies.take(url.origin, response);
    return response;
  };

  let url = new URL(
    `${portalUrl}/api/auth/oidc/start?env=production&scope=openid%20profile%20email`,
  );
  let hasSignedIn = false;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const isForm: boolean =
      url.pathname.startsWith('/sign-in/') && !hasSignedIn;
    const response = await ask(
      url,
      isForm
        ? { method: 'POST', body: new URLSearchParams({ user }) }
        : undefined,
    );
    hasSignedIn = hasSignedIn || isForm;
    const location = response.headers.get('location');
    if (!location) {
      break;
    }
    url = new URL(location, url);
  }

  const answer = await ask(
    new URL(`${portalUrl}/api/auth/oidc/refresh?env=production`),
    { headers: { 'x-requested-with': 'XMLHttpRequest' } },
  );
  const body = await answer.json();
  const token: unknown = body.backstageIdentity?.token;
  if (typeof token !== 'string') {
    throw new Error(
      `${user} was not signed in: ${answer.status} ${JSON.stringify(
        body.error,
      )}`,
    );
  }
  return token;
}
