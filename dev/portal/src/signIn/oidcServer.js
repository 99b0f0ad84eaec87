/*
 * An OpenID Connect server whose people need no password: a process of its own, because its library is an ES module, which
 * Jest does not load. It is told what to serve by a message, answers with another when it listens, and ends with the
 * process that started it.
 */
const { randomBytes } = require('node:crypto');
const { createServer } = require('node:http');
const { text } = require('node:stream/consumers');

process.on('disconnect', () => process.exit(1));

/** The page that asks who is there. */
const signInPage = `<!doctype html>
<html lang="en">
  <head><title>Sign in to Example</title></head>
  <body>
    <main>
      <h1>Sign in to Example</h1>
      <form method="post">
        <label>User <input name="user" autofocus required></label>
        <button>Sign in</button>
      </form>
    </main>
  </body>
</html>`;

async function serve({ port, client, people }) {
  const { default: Provider } = await import('oidc-provider');
  const issuer = `http://127.0.0.1:${port}`;
  const accountOf = user => {
    const person = people.find(({ name }) => name === user);
    return (
      person && {
        accountId: user,
        claims: async () => ({
          sub: user,
          name: user,
          preferred_username: user,
          email: person.email,
          email_verified: true,
        }),
      }
    );
  };

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
    },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, user) => accountOf(user),
    interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
    // The portal keeps people signed in by a refresh token.
    issueRefreshToken: async () => true,
    // Nobody is asked whether the portal may know the name of who signs in.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile email offline_access');
      await grant.save();
      return grant;
    },
    pkce: { required: () => false },
  });

  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url.startsWith('/sign-in/')) {
      answer(request, response);
      return;
    }
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html');
      response.end(signInPage);
      return;
    }
    const user = new URLSearchParams(await text(request)).get('user');
    if (!accountOf(user)) {
      response.statusCode = 400;
      response.end('Nobody of that name is known');
      return;
    }
    await provider.interactionFinished(request, response, {
      login: { accountId: user },
    });
  });
  server.listen(port, '127.0.0.1', () => process.send({ issuer }));
}

process.once('message', serve);
