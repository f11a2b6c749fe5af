import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type ComplianceRouteDeps = Pick<ApiDeps, 'compliance' | 'clock' | 'signer'>;

// Few requests ask for these.
const answers = () => import('./compliance-answers.ts');

/** How an agency stands, and the lists behind its numbers, for its own systems. */
export function addComplianceRoutes(app: HttpApp, deps: ComplianceRouteDeps): void {
  app.route({ method: 'GET', path: '/api/compliance', access: ['scope:credit/read'] }, async (c) =>
    (await answers()).answerNumbers(c, deps),
  );
  const access = ['scope:people/read'] as const;
  const reads = { what: 'learning' } as const;
  app.route({ method: 'GET', path: '/api/compliance/people', access, reads }, async (c) =>
    (await answers()).answerStanding(c, deps),
  );
  app.route({ method: 'GET', path: '/api/compliance/duties', access, reads }, async (c) =>
    (await answers()).answerDuties(c, deps),
  );
  app.route({ method: 'GET', path: '/api/compliance/overdue', access, reads }, async (c) =>
    (await answers()).answerOverdue(c, deps),
  );
}
