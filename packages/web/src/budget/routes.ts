import type { Portal } from '../visit.ts';
import { budgetPath, indicatorsPath, quotaLinesPath, unitCostsPath } from './paths.ts';
import type { BudgetPorts } from './ports.ts';

// Few people ever see these.
const lists = () => import('./visits.tsx');
const lines = () => import('./line-visits.tsx');

const access = ['role:agency-admin'] as const;
const line = `${budgetPath}/lines/:lineId`;

/** What an agency may spend on learning, for its administrators. */
export function registerBudget(portal: Portal, ports: BudgetPorts): void {
  portal.person({ method: 'GET', path: budgetPath, access }, async (visit) =>
    (await lists()).showYear(visit, ports),
  );
  for (const format of ['csv', 'xlsx'] as const)
    portal.person({ method: 'GET', path: `${budgetPath}/lines.${format}`, access }, async (visit) =>
      (await lists()).sendLines(visit, ports, format),
    );
  portal.person({ method: 'GET', path: `${budgetPath}/new`, access }, async (visit) =>
    (await lists()).showNew(visit),
  );
  portal.person({ method: 'POST', path: `${budgetPath}/new`, access }, async (visit) =>
    (await lists()).open(visit, ports),
  );
  portal.person({ method: 'GET', path: indicatorsPath, access }, async (visit) =>
    (await lists()).showIndicators(visit, ports),
  );
  portal.person({ method: 'GET', path: unitCostsPath, access }, async (visit) =>
    (await lists()).showUnitCosts(visit, ports),
  );
  portal.person({ method: 'POST', path: unitCostsPath, access }, async (visit) =>
    (await lists()).addUnitCost(visit, ports),
  );
  portal.person({ method: 'GET', path: quotaLinesPath, access }, async (visit) =>
    (await lists()).showQuotaLines(visit, ports),
  );
  portal.person({ method: 'POST', path: `${quotaLinesPath}/:quotaId`, access }, async (visit) =>
    (await lists()).nameLine(visit, ports),
  );
  registerLines(portal, ports);
}

function registerLines(portal: Portal, ports: BudgetPorts): void {
  portal.person({ method: 'GET', path: line, access }, async (visit) =>
    (await lines()).showLine(visit, ports),
  );
  portal.person(
    { method: 'GET', path: `${line}/bookings`, access, reads: { what: 'seats' } },
    async (visit) => (await lines()).showBookings(visit, ports),
  );
  portal.person({ method: 'GET', path: `${line}/change`, access }, async (visit) =>
    (await lines()).showChange(visit, ports),
  );
  portal.person({ method: 'POST', path: `${line}/terms`, access }, async (visit) =>
    (await lines()).changeTerms(visit, ports),
  );
  portal.person({ method: 'POST', path: `${line}/ceiling`, access }, async (visit) =>
    (await lines()).setCeiling(visit, ports),
  );
  portal.person({ method: 'POST', path: `${line}/state`, access }, async (visit) =>
    (await lines()).setState(visit, ports),
  );
  portal.person({ method: 'GET', path: `${line}/book`, access }, async (visit) =>
    (await lines()).showBook(visit, ports),
  );
  portal.person({ method: 'POST', path: `${line}/book`, access }, async (visit) =>
    (await lines()).book(visit, ports),
  );
  portal.person({ method: 'GET', path: `${line}/bookings/:bookingId`, access }, async (visit) =>
    (await lines()).showStep(visit, ports),
  );
  portal.person({ method: 'POST', path: `${line}/bookings/:bookingId`, access }, async (visit) =>
    (await lines()).step(visit, ports),
  );
}
