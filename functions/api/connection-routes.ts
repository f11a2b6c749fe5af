import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type ConnectionRouteDeps = Pick<ApiDeps, 'connectors' | 'signer'>;
export type ConnectionContext = Parameters<Parameters<HttpApp['route']>[1]>[0];

// Few machines look after connections.
const answers = () => import('./connection-answers.ts');

const base = '/api/connections';
const one = `${base}/:connectionId`;
const read = ['scope:connections/read'] as const;
const write = ['scope:connections/write'] as const;

/** Connections of a provider, and of all providers for machines of the platform. */
export function addConnectionRoutes(app: HttpApp, deps: ConnectionRouteDeps): void {
  app.route({ method: 'GET', path: base, access: read }, async (c) => (await answers()).list(c, deps));
  // The answer may hold a secret, once.
  app.route({ method: 'POST', path: base, access: write, replayable: false }, async (c) =>
    (await answers()).create(c, deps),
  );
  app.route({ method: 'GET', path: one, access: read }, async (c) => (await answers()).show(c, deps));
  app.route({ method: 'PUT', path: one, access: write }, async (c) => (await answers()).change(c, deps));
  app.route({ method: 'DELETE', path: one, access: write }, async (c) => (await answers()).remove(c, deps));
  addActions(app, deps);
  addLetters(app, deps);
}

function addActions(app: HttpApp, deps: ConnectionRouteDeps): void {
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
}

function addLetters(app: HttpApp, deps: ConnectionRouteDeps): void {
  const failed = `${one}/failed-work`;
  app.route({ method: 'GET', path: failed, access: read }, async (c) => (await answers()).letters(c, deps));
  app.route({ method: 'POST', path: `${failed}/replay`, access: write, replayable: false }, async (c) =>
    (await answers()).replay(c, deps),
  );
  app.route({ method: 'DELETE', path: `${failed}/:letterId`, access: write }, async (c) =>
    (await answers()).discard(c, deps),
  );
}
