import { createHttpApp, type HttpApp } from '@sinau/platform/http';
import { authenticateClientRequest } from '../shared/authenticate-client.ts';
import { addCourseRoutes } from './course-routes.ts';
import type { ApiDeps } from './deps.ts';
import { addImportRoutes } from './import-routes.ts';
import { addOpenApiRoute } from './openapi-route.ts';

/** What a provider's machines may do: send packages, follow imports, publish. */
export function createApiApp(deps: ApiDeps): HttpApp {
  const app = createHttpApp({
    name: 'api',
    authenticate: authenticateClientRequest(deps.credentials),
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
    rateLimiter: deps.rateLimiter,
    idempotency: { store: deps.idempotency, digest: deps.digest },
    decorate: (headers, context) => {
      if (context.res.status === 401) headers.set('www-authenticate', 'Bearer realm="api"');
    },
  });
  addOpenApiRoute(app);
  addImportRoutes(app, deps);
  addCourseRoutes(app, deps);
  return app;
}
