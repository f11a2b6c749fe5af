import type { Portal } from '../visit.ts';
import { agencyPriorityPath, grantPriorityPath, priorityStockPath } from './paths.ts';
import type { PriorityDeskPorts } from './ports.ts';

const desk = () => import('./desk-visits.tsx');

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
