import { createHttpApp, type HttpApp } from '@sinau/platform/http';
import { addChoiceRoute } from './choice-route.ts';
import type { LtiAppDeps } from './deps.ts';
import { addLaunchRoutes } from './launch-routes.ts';
import { openToScripts } from './open-to-scripts.ts';
import { addPlatformRoutes } from './platform-routes.ts';
import { addRegistrationRoutes } from './registration-routes.ts';
import { addServiceRoutes } from './services/add-service-routes.ts';
import { toolCalling } from './services/tool-caller.ts';
import { toolProblem } from './services/tool-problem.ts';

/** What tools of providers, and the browsers that go to them, ask of the platform (LTI 1.3 Advantage). */
export function createLtiApp(deps: LtiAppDeps): HttpApp {
  const app = createHttpApp({
    name: 'lti',
    // Tools come to services with an access token. Every other door has a credential of its own: a ticket, a token of
    // registration, a signed message.
    authenticate: (request) => toolCalling(deps.services, request),
    rateLimiter: deps.rateLimiter,
    renderProblem: (problem, context) => toolProblem(problem, context.req.path),
    tellsMethods: true,
    decorate: (headers, context) => openToScripts(headers, context.req.path),
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
  });
  addPlatformRoutes(app, deps);
  addServiceRoutes(app, deps.services);
  addRegistrationRoutes(app, deps);
  addLaunchRoutes(app, deps);
  addChoiceRoute(app, deps);
  return app;
}
