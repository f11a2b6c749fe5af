import type { Portal } from '../visit.ts';
import { agencyPriorityPath, grantPriorityPath, priorityPath, priorityStockPath } from './paths.ts';
import type { PriorityDeskPorts, PriorityPorts } from './ports.ts';

const visits = () => import('./visits.tsx');
const desk = () => import('./desk-visits.tsx');

/** Rights to be put before others of one waiting list (PP 11/2017 Ps 231–236). */
export function registerPriority(portal: Portal, ports: PriorityPorts): void {
  const access = ['person'] as const;
  portal.person({ method: 'GET', path: priorityPath, access, allWords: true }, async (visit) =>
    (await visits()).showOwn(visit, ports),
  );
  const use = { method: 'POST', path: `${priorityPath}/:seatId/use`, access, allWords: true } as const;
  portal.person(use, async (visit) => (await visits()).use(visit, ports));
}

/** What the agency gives of them, and what became of each. */
export function registerPriorityDesk(portal: Portal, ports: PriorityDeskPorts): void {
  const access = ['role:agency-admin'] as const;
  const list = { method: 'GET', path: agencyPriorityPath, access, reads: { what: 'people' } } as const;
  portal.person(list, async (visit) => (await desk()).showList(visit, ports));
  portal.person({ method: 'POST', path: grantPriorityPath, access }, async (visit) =>
    (await desk()).grant(visit, ports),
  );
  portal.person({ method: 'POST', path: priorityStockPath, access }, async (visit) =>
    (await desk()).setStock(visit, ports),
  );
  const path = `${agencyPriorityPath}/:personId/:seatId`;
  const reads = { what: 'person', of: 'personId' } as const;
  portal.person({ method: 'GET', path, access, reads }, async (visit) =>
    (await desk()).showSeat(visit, ports),
  );
  portal.person({ method: 'POST', path: `${path}/take-back`, access }, async (visit) =>
    (await desk()).takeBack(visit, ports),
  );
}
