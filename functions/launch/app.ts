import { fetchAuthToken, type RegistrationStore } from '@sinau/delivery';
import { anonymous, type Clock, type Digest, type Ids } from '@sinau/kernel';
import { createHttpApp, type HttpApp } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';

export interface LaunchAppDeps {
  readonly registrations: RegistrationStore;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/** Where a running AU gets its auth token, from any origin and without cookies (cmi5 8.2). */
export function createLaunchApp(deps: LaunchAppDeps): HttpApp {
  const app = createHttpApp({
    name: 'launch',
    authenticate: async () => anonymous,
    log: deps.log,
    clock: deps.clock,
    ids: deps.ids,
    maxBodyBytes: 4096,
    cors: {
      allowHeaders: ['Content-Type', 'Authorization', 'X-Request-Id'],
      exposeHeaders: ['X-Request-Id'],
    },
  });
  // The id in the path is the credential. Refusals are answers with status 200 too (8.2.3).
  app.route({ method: 'POST', path: '/launch/fetch/:id', access: ['anyone'], replayable: false }, async (c) =>
    c.json(await fetchAuthToken(deps, c.req.param('id'))),
  );
  return app;
}
