import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type ReadingRouteDeps = Pick<ApiDeps, 'audit'>;

// Few requests ask for these.
const answers = () => import('./reading-answers.ts');

/** Who read whose records, for the systems of auditors and of offices. */
export function addReadingRoutes(app: HttpApp, deps: ReadingRouteDeps): void {
  const access = ['scope:audit/read'] as const;
  const reads = { what: 'audit' } as const;
  app.route({ method: 'GET', path: '/api/readings', access, reads }, async (c) =>
    (await answers()).answerLines(c, deps),
  );
  app.route({ method: 'GET', path: '/api/readings/chains', access }, async (c) =>
    (await answers()).answerChains(c, deps),
  );
  app.route({ method: 'GET', path: '/api/readings/anchors', access }, async (c) =>
    (await answers()).answerAnchors(c, deps),
  );
}
