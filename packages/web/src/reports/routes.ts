import type { Portal } from '../visit.ts';
import { reportsPath } from './paths.ts';
import type { ReportsPorts } from './ports.ts';

const visits = () => import('./visits.tsx');
const one = `${reportsPath}/:reportId`;

/** Files of how an agency stands, made while nobody waits. */
export function registerReports(portal: Portal, ports: ReportsPorts): void {
  const access = ['role:agency-admin'] as const;
  portal.person({ method: 'GET', path: reportsPath, access }, async (visit) =>
    (await visits()).showReports(visit, ports),
  );
  portal.person({ method: 'POST', path: reportsPath, access }, async (visit) =>
    (await visits()).order(visit, ports),
  );
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await visits()).showReport(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/progress`, access }, async (visit) =>
    (await visits()).showProgress(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/cancel`, access }, async (visit) =>
    (await visits()).cancel(visit, ports),
  );
  portal.person(
    { method: 'GET', path: `${one}/files/:number`, access, reads: { what: 'export' } },
    async (visit) => (await visits()).leadToFile(visit, ports),
  );
}
