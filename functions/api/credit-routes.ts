import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type CreditRouteDeps = Pick<ApiDeps, 'people' | 'clock' | 'credit'>;

// Few requests ask for these.
const answers = () => import('./credit-answers.ts');

/** JP of an agency's people, for its own systems. */
export function addCreditRoutes(app: HttpApp, deps: CreditRouteDeps): void {
  const access = ['scope:credit/read'] as const;
  const reads = { what: 'lesson-hours', of: 'personId' } as const;
  app.route({ method: 'GET', path: '/api/people/:personId/jp', access, reads }, async (c) =>
    (await answers()).answerYear(c, deps),
  );
  app.route({ method: 'GET', path: '/api/jp-rules', access }, async (c) =>
    (await import('./rule-answers.ts')).answerRules(c, deps),
  );
}
