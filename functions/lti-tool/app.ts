import { anonymous } from '@sinau/kernel';
import { createHttpApp, type HttpApp } from '@sinau/platform/http';
import { addChoiceRoutes } from './choice-routes.ts';
import type { LtiToolAppDeps } from './deps.ts';
import { addLaunchRoutes } from './launch-routes.ts';
import { addRegistrationRoutes } from './registration-routes.ts';
import { addToolRoutes } from './tool-routes.ts';

/** What learning systems of others, and the browsers that they send, ask of us as their tool (LTI 1.3 Advantage). */
export function createLtiToolApp(deps: LtiToolAppDeps): HttpApp {
  const app = createHttpApp({
    name: 'lti-tool',
    // Every door has a credential of its own: a ticket of registration, a signed message, the secret of a step.
    authenticate: async () => anonymous,
    tellsMethods: true,
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
  });
  addToolRoutes(app, deps);
  addRegistrationRoutes(app, deps);
  addLaunchRoutes(app, deps);
  addChoiceRoutes(app, deps);
  return app;
}
