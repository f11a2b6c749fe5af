import type { Portal } from '../visit.ts';
import { accessPath, officePath } from './paths.ts';
import type { AccessPorts } from './ports.ts';

// Few visits are about these.
const visits = () => import('./visits.tsx');

/** Who read whose records, and whether the log of it is whole. */
export function registerAccess(portal: Portal, ports: AccessPorts): void {
  const access = ['role:operator', 'role:auditor'] as const;
  const reads = { what: 'audit' } as const;
  portal.person({ method: 'GET', path: accessPath, access, reads }, async (visit) =>
    (await visits()).showReadings(visit, ports),
  );
  portal.person({ method: 'GET', path: `${accessPath}/file`, access, reads }, async (visit) =>
    (await visits()).sendFile(visit, ports),
  );
  const ofAgency = ['role:agency-admin'] as const;
  portal.person({ method: 'GET', path: officePath, access: ofAgency, reads }, async (visit) =>
    (await visits()).showOffice(visit, ports),
  );
  portal.person({ method: 'GET', path: `${officePath}/file`, access: ofAgency, reads }, async (visit) =>
    (await visits()).sendOfficeFile(visit, ports),
  );
  portal.person({ method: 'POST', path: `${accessPath}/check`, access }, async (visit) =>
    (await visits()).askCheck(visit, ports),
  );
}
