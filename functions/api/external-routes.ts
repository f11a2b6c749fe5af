import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type ExternalRouteDeps = Pick<ApiDeps, 'people' | 'external' | 'clock' | 'ids'>;

// Few requests are about these.
const answers = () => import('./external-answers.ts');

/** Learning elsewhere of an agency's people, for its own systems. */
export function addExternalRoutes(app: HttpApp, deps: ExternalRouteDeps): void {
  const path = '/api/people/:personId/external-learning';
  const owner = 'agency';
  const reads = { what: 'learning-elsewhere', of: 'personId' } as const;
  app.route({ method: 'GET', path, access: ['scope:credit/read'], owner, reads }, async (c) =>
    (await answers()).answerRecords(c, deps),
  );
  const access = ['scope:credit/write'] as const;
  app.route({ method: 'POST', path, access, owner }, async (c) => (await answers()).answerEntered(c, deps));
  app.route({ method: 'POST', path: `${path}/:learningId/decisions`, access, owner }, async (c) =>
    (await answers()).answerDecision(c, deps),
  );
}
