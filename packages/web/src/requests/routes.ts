import type { Portal } from '../visit.ts';
import {
  agencyRequestsPath,
  holdsPath,
  incidentsPath,
  myRequestsPath,
  operatorRequestsPath,
} from './paths.ts';
import type { RequestsPorts } from './ports.ts';

// Few visits are about these.
const visits = () => import('./visits.tsx');

const reads = { what: 'requests' } as const;
const one = { ...reads, of: 'told' } as const;

/** What people ask about their data, those who answer, and what keeps and threatens records. */
export function registerRequests(portal: Portal, ports: RequestsPorts): void {
  const own = { method: 'POST', access: ['person'], allWords: true } as const;
  portal.person({ ...own, path: `${myRequestsPath}/:requestId/withdraw` }, async (visit) =>
    (await visits()).withdraw(visit, ports),
  );
  registerDesk(portal, ports, 'agency');
  registerDesk(portal, ports, 'operator');
  registerRegisters(portal, ports);
}

function registerDesk(portal: Portal, ports: RequestsPorts, desk: 'agency' | 'operator'): void {
  const path = desk === 'agency' ? agencyRequestsPath : operatorRequestsPath;
  const access = [desk === 'agency' ? 'role:agency-admin' : 'role:operator'] as const;
  const reading = desk === 'agency' ? access : (['role:operator', 'role:auditor'] as const);
  portal.person({ method: 'GET', path, access: reading, reads }, async (visit) =>
    (await visits()).showDesk(visit, ports, desk),
  );
  portal.person({ method: 'GET', path: `${path}/:requestId`, access: reading, reads: one }, async (visit) =>
    (await visits()).showRequest(visit, ports, desk),
  );
  portal.person({ method: 'POST', path: `${path}/:requestId`, access }, async (visit) =>
    (await visits()).answer(visit, ports, desk),
  );
  if (desk === 'agency') return;
  portal.person({ method: 'POST', path: `${path}/:requestId/erase`, access }, async (visit) =>
    (await visits()).beginErasure(visit, ports),
  );
}

function registerRegisters(portal: Portal, ports: RequestsPorts): void {
  const access = ['role:operator'] as const;
  const reading = ['role:operator', 'role:auditor'] as const;
  portal.person({ method: 'GET', path: holdsPath, access: reading, reads }, async (visit) =>
    (await visits()).showHolds(visit, ports),
  );
  portal.person({ method: 'POST', path: holdsPath, access }, async (visit) =>
    (await visits()).placeHold(visit, ports),
  );
  portal.person({ method: 'POST', path: `${holdsPath}/lift`, access }, async (visit) =>
    (await visits()).liftHold(visit, ports),
  );
  portal.person({ method: 'GET', path: incidentsPath, access: reading }, async (visit) =>
    (await visits()).showIncidents(visit, ports),
  );
  portal.person({ method: 'POST', path: incidentsPath, access }, async (visit) =>
    (await visits()).recordIncident(visit, ports),
  );
  portal.person({ method: 'POST', path: `${incidentsPath}/notified`, access }, async (visit) =>
    (await visits()).noteNotified(visit, ports),
  );
}
