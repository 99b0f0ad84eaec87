import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { auditRead } from './auditRead';
import { openApi } from './openApi/openApi';
import { queryOf } from './queryOf';
import { Address, Route, Source } from './Route';
import { routes } from './routes';
import { sendAnswer } from './sendAnswer';

/** What the routes need. */
export interface RouterOptions extends Pick<Source, 'reports' | 'asOf'> {
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
}

/**
 * The routes of the plugin, below `/api/label-contract`, and their description at `openapi.json`.
 *
 * A request is parsed before the description is held against it, as a parser can say what was found and
 * what is allowed. The description is held against it all the same: what is published is what is so.
 */
export function createRouter(options: RouterOptions): express.Router {
  const refusing = PromiseRouter();
  for (const { path, parse } of routes) {
    refusing.get(path, (request, _response, next) => {
      parse(addressOf(request));
      next();
    });
  }

  const router: express.Router = createValidatedOpenApiRouter(openApi, {
    middleware: [prepare, refusing],
    // Who asks is the portal's matter: a token need not come in the header that the description names.
    validatorOptions: { validateSecurity: false },
  });
  for (const route of routes) {
    router.get(route.path, (request, response) =>
      respond({ ...options, route, request, response }),
    );
  }
  router.use(keepNoError);
  return router;
}

async function respond(
  options: RouterOptions & {
    readonly route: Route;
    readonly request: express.Request;
    readonly response: express.Response;
  },
): Promise<void> {
  const { route, request, response, auditor, httpAuth, reports, asOf } =
    options;
  const credentials = await httpAuth.credentials(request);
  const { json, table } = route.parse(addressOf(request));
  const { meta, read } =
    table && request.accepts(['json', 'csv']) === 'csv' ? table : json;
  const answer = await auditRead({
    auditor,
    request,
    meta,
    read: () => read({ reports, credentials, asOf }),
  });
  if (table) {
    response.vary('Accept');
  }
  sendAnswer({ request, response, answer });
}

function addressOf({ params, url }: express.Request): Address {
  return { params, query: queryOf(url) };
}

/** Leaves for the validator what counts here, in the only form that it can have. */
function prepare(
  request: express.Request,
  _response: express.Response,
  next: express.NextFunction,
): void {
  // No route takes a body, and the validator remembers for ever each type of one that it ever saw.
  delete request.headers['content-type'];
  request.query = Object.fromEntries(
    Object.entries(queryOf(request.url)).map(([key, values]) => [
      key,
      values.length > 1 ? [...values] : values[0],
    ]),
  );
  next();
}

/** What is refused, or fails, now is nothing to remember. */
function keepNoError(
  error: unknown,
  _request: express.Request,
  response: express.Response,
  next: express.NextFunction,
): void {
  response.set('Cache-Control', 'no-store');
  next(error);
}
