import { anonymous } from '@sinau/kernel';
import { createHttpApp, forClientsOf, type HttpApp } from '@sinau/platform/http';
import { authenticateClientRequest } from '../shared/authenticate-client.ts';
import type { RecordsDeps } from './deps.ts';
import { addExportRoutes } from './export-routes.ts';
import { addPullRoute } from './pull-route.ts';
import { addTokenRoute, tokenPath, tokenProblem } from './token-route.ts';

/** Where agencies pull their records and ask for exports of them, and where clients get access tokens. */
export function createRecordsApp(deps: RecordsDeps): HttpApp {
  const byCredentials = authenticateClientRequest(deps.credentials);
  const app = createHttpApp({
    name: 'records',
    // At the token endpoint the credentials are the request itself, and wrong ones are answered in OAuth's words.
    authenticate: async (request) => (isTokenRequest(request) ? anonymous : byCredentials(request)),
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
    rateLimiter: deps.rateLimiter,
    readings: deps.readings,
    renderProblem: (problem, context) =>
      isTokenRequest(context.req.raw) ? tokenProblem(problem) : undefined,
    decorate: (headers, context) => {
      if (context.res.status !== 401) return;
      const schemes = isTokenRequest(context.req.raw) ? basic : `Bearer realm="records", ${basic}`;
      headers.set('www-authenticate', schemes);
    },
  });
  const ofAgencies = forClientsOf('agency', app);
  addPullRoute(ofAgencies, deps);
  addExportRoutes(ofAgencies, deps);
  addTokenRoute(app, deps);
  return app;
}

const basic = 'Basic realm="records", charset="UTF-8"';

function isTokenRequest(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return pathname.startsWith(tokenPath) && /^\/*$/.test(pathname.slice(tokenPath.length));
}
