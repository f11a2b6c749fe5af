import { anonymous } from '@sinau/kernel';
import { createHttpApp, type HttpApp } from '@sinau/platform/http';
import type { LtiAppDeps } from './deps.ts';
import { addPlatformRoutes } from './platform-routes.ts';

/** What tools of providers, and the browsers that go to them, ask of the platform (LTI 1.3 Advantage). */
export function createLtiApp(deps: LtiAppDeps): HttpApp {
  const app = createHttpApp({
    name: 'lti',
    // Every door here has a credential of its own: a ticket, a token of registration, a signed message.
    authenticate: async () => anonymous,
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
  });
  addPlatformRoutes(app, deps);
  return app;
}
