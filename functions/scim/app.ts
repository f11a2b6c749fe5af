import { createHttpApp, forClientsOf, type HttpApp } from '@sinau/platform/http';
import { errorAnswer } from './answers.ts';
import { authenticateProvisioner } from './authenticate-provisioner.ts';
import type { ScimDeps } from './deps.ts';
import { addDiscoveryRoutes } from './discovery-routes.ts';
import { addGroupRoutes } from './group-routes.ts';
import { addUserRoutes } from './user-routes.ts';

/** Where the identity provider of an agency says who works there (SCIM 2.0). */
export function createScimApp(deps: ScimDeps): HttpApp {
  const app = createHttpApp({
    name: 'scim',
    authenticate: authenticateProvisioner(deps.credentials),
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
    maxBodyBytes: 128 * 1024,
    ...(deps.rateLimiter && { rateLimiter: deps.rateLimiter }),
    ...(deps.readings && { readings: deps.readings }),
    renderProblem: (problem, context) => errorAnswer(problem, context.req.header('accept')),
    decorate: (headers, context) => {
      if (context.res.status === 401) headers.set('www-authenticate', 'Bearer realm="scim"');
    },
  });
  const ofAgencies = forClientsOf('agency', app);
  addDiscoveryRoutes(ofAgencies, deps);
  addUserRoutes(ofAgencies, deps);
  addGroupRoutes(ofAgencies, deps);
  return app;
}
