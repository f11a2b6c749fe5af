import type { Portal } from '../visit.ts';
import { calendarPath, planPath, resumePath, stopPath } from './paths.ts';
import type { PlanPorts } from './ports.ts';

const visits = () => import('./visits.tsx');

/** A person's own week. */
export function registerPlan(portal: Portal, ports: PlanPorts): void {
  const access = ['person'] as const;
  portal.person({ method: 'GET', path: planPath, access }, async (visit) =>
    (await visits()).showPlan(visit, ports),
  );
  portal.person({ method: 'GET', path: calendarPath, access }, async (visit) =>
    (await visits()).sendCalendar(visit, ports),
  );
  portal.person({ method: 'POST', path: planPath, access }, async (visit) =>
    (await visits()).setPlan(visit, ports),
  );
  portal.person({ method: 'POST', path: stopPath, access }, async (visit) =>
    (await visits()).stopPlan(visit, ports, true),
  );
  portal.person({ method: 'POST', path: resumePath, access }, async (visit) =>
    (await visits()).stopPlan(visit, ports, false),
  );
}
