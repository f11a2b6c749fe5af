import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

export type ReportRouteDeps = Pick<ApiDeps, 'reports'>;

// Few requests ask for these.
const answers = () => import('./report-answers.ts');

/** Reports of an agency as jobs: asked for, looked after, fetched. They name persons. */
export function addReportRoutes(app: HttpApp, deps: ReportRouteDeps): void {
  const access = ['scope:people/read'] as const;
  app.route({ method: 'POST', path: '/api/reports', access }, async (c) =>
    (await answers()).takeOrder(c, deps),
  );
  app.route({ method: 'GET', path: '/api/reports', access }, async (c) =>
    (await answers()).answerReports(c, deps),
  );
  const one = '/api/reports/:reportId';
  app.route({ method: 'GET', path: one, access, reads: { what: 'learning' } }, async (c) =>
    (await answers()).answerReport(c, deps),
  );
  app.route({ method: 'DELETE', path: one, access }, async (c) => (await answers()).takeBack(c, deps));
}
