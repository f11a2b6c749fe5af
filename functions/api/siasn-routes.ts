import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type SiasnRouteDeps = Pick<ApiDeps, 'siasn'>;

// Few machines are connectors.
const answers = () => import('./siasn-answers.ts');

/** What a connector asks that an agency runs in its own network, to bring its lines to SIASN. */
export function addSiasnRoutes(app: HttpApp, deps: SiasnRouteDeps): void {
  const of = { access: ['scope:siasn/sync'], owner: 'agency' } as const;
  const people = { what: 'lesson-hours' } as const;
  const one = '/api/siasn/orders/:orderId';
  app.route({ method: 'POST', path: '/api/siasn/connector', ...of }, async (c) =>
    (await answers()).answerSeen(c, deps),
  );
  app.route({ method: 'GET', path: '/api/siasn/orders', ...of, reads: people }, async (c) =>
    (await answers()).answerPreview(c, deps),
  );
  // Answers hold whole employee numbers, and are other ones each time.
  app.route(
    { method: 'POST', path: '/api/siasn/orders', ...of, reads: people, replayable: false },
    async (c) => (await answers()).answerClaimed(c, deps),
  );
  app.route({ method: 'POST', path: `${one}/creating`, ...of }, async (c) =>
    (await answers()).answerCreating(c, deps),
  );
  app.route({ method: 'POST', path: `${one}/end`, ...of }, async (c) => (await answers()).answerEnd(c, deps));
  // Whose official index is to be asked for, by employee number; and what came of it.
  const indexes = { what: 'official-index' } as const;
  app.route(
    { method: 'POST', path: '/api/siasn/indexes', ...of, reads: indexes, replayable: false },
    async (c) => (await answers()).answerPeople(c, deps),
  );
  app.route({ method: 'POST', path: '/api/siasn/indexes/:batchId/end', ...of }, async (c) =>
    (await answers()).answerIndexes(c, deps),
  );
  const told = { what: 'lesson-hours', of: 'told' } as const;
  app.route({ method: 'GET', path: `${one}/document`, ...of, reads: told }, async (c) =>
    (await answers()).answerDocument(c, deps),
  );
}
