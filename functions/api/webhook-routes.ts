import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type WebhookRouteDeps = Pick<ApiDeps, 'push'>;
export type WebhookContext = Parameters<Parameters<HttpApp['route']>[1]>[0];

// Few machines set up webhooks.
const answers = () => import('./webhook-answers.ts');

const base = '/api/webhooks';
const one = `${base}/:subscriptionId`;
const read = ['scope:courses/read'] as const;
const write = ['scope:courses/write'] as const;

/** Webhooks of a provider: what its systems set up that want to be told of its courses. */
export function addWebhookRoutes(app: HttpApp, deps: WebhookRouteDeps): void {
  app.route({ method: 'GET', path: base, access: read }, async (c) => (await answers()).list(c, deps));
  // The answer holds the secret, once.
  app.route({ method: 'POST', path: base, access: write, replayable: false }, async (c) =>
    (await answers()).create(c, deps),
  );
  app.route({ method: 'GET', path: one, access: read }, async (c) => (await answers()).show(c, deps));
  app.route({ method: 'PUT', path: one, access: write }, async (c) => (await answers()).change(c, deps));
  app.route({ method: 'DELETE', path: one, access: write }, async (c) => (await answers()).remove(c, deps));
  addActions(app, deps);
}

function addActions(app: HttpApp, deps: WebhookRouteDeps): void {
  for (const name of ['pause', 'resume'] as const) {
    app.route({ method: 'POST', path: `${one}/${name}`, access: write }, async (c) =>
      (await answers())[name](c, deps),
    );
  }
  app.route({ method: 'POST', path: `${one}/test`, access: write, replayable: false }, async (c) =>
    (await answers()).test(c, deps),
  );
  app.route({ method: 'POST', path: `${one}/rotate-secret`, access: write, replayable: false }, async (c) =>
    (await answers()).rotate(c, deps),
  );
  app.route({ method: 'POST', path: `${one}/replay`, access: write, replayable: false }, async (c) =>
    (await answers()).replay(c, deps),
  );
}
