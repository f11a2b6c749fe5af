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
  const get = { method: 'GET', access: desk === 'agency' ? access : bothRoles } as const;
  portal.person({ ...get, path, reads }, async (visit) => (await visits()).showDesk(visit, ports, desk));
  const post = { method: 'POST', access } as const;
  const request = `${path}/:requestId`;
  portal.person({ ...get, path: request, reads: one }, async (visit) =>
    (await visits()).showRequest(visit, ports, desk),
  );
  portal.person({ ...post, path: request }, async (visit) => (await visits()).answer(visit, ports, desk));
  if (desk === 'agency') return;
  portal.person({ ...post, path: `${request}/erase` }, async (visit) =>
    (await visits()).beginErasure(visit, ports),
  );
}

const bothRoles = ['role:operator', 'role:auditor'] as const;

function registerRegisters(portal: Portal, ports: RequestsPorts): void {
  const get = { method: 'GET', access: bothRoles } as const;
  portal.person({ ...get, path: holdsPath, reads }, async (visit) =>
    (await visits()).showHolds(visit, ports),
  );
  portal.person({ ...get, path: incidentsPath }, async (visit) =>
    (await visits()).showIncidents(visit, ports),
  );
  for (const [path, name] of [
    [holdsPath, 'placeHold'],
    [`${holdsPath}/lift`, 'liftHold'],
    [incidentsPath, 'recordIncident'],
    [`${incidentsPath}/notified`, 'noteNotified'],
  ] as const) {
    portal.person({ method: 'POST', path, access: ['role:operator'] }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
}
