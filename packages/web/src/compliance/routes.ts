import type { Portal } from '../visit.ts';
import { dutiesPath, numbersPath, overduePath, standingPath } from './paths.ts';
import type { CompliancePorts } from './ports.ts';

const visits = () => import('./visits.tsx');

/** How an agency stands, and the lists behind each of its numbers. */
export function registerCompliance(portal: Portal, ports: CompliancePorts): void {
  const access = ['role:agency-admin'] as const;
  const reads = { what: 'learning' } as const;
  portal.person({ method: 'GET', path: numbersPath, access }, async (visit) =>
    (await visits()).showNumbers(visit, ports),
  );
  portal.person({ method: 'GET', path: standingPath, access, reads }, async (visit) =>
    (await visits()).showStanding(visit, ports),
  );
  portal.person({ method: 'GET', path: dutiesPath, access, reads }, async (visit) =>
    (await visits()).showDuties(visit, ports),
  );
  portal.person({ method: 'GET', path: overduePath, access, reads }, async (visit) =>
    (await visits()).showOverdue(visit, ports),
  );
}
