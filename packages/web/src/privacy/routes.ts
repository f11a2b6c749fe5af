import type { AccessPorts } from '../access/ports.ts';
import { myRequestsPath } from '../requests/paths.ts';
import type { RequestsPorts } from '../requests/ports.ts';
import type { Portal } from '../visit.ts';
import { myDataPath, privacyPath, retentionPath } from './paths.ts';
import type { PrivacyPorts } from './ports.ts';

// Few visits are about these.
const visits = () => import('./visits.tsx');

/** What else stands on the page of everybody's own data. */
interface Beside {
  readonly requests: RequestsPorts;
  readonly access: Pick<AccessPorts, 'mine'>;
}

/** Operators decide; auditors read what was decided and what came of it. */
const access = ['role:operator'] as const;
const reading = ['role:operator', 'role:auditor'] as const;
const reads = { what: 'erasure' } as const;
const jobPath = `${privacyPath}/jobs/:jobId`;
const exportsPath = `${privacyPath}/exports`;

/** Erasures and exports for operators, and everybody's own export. */
export function registerPrivacy(portal: Portal, ports: PrivacyPorts, more: Beside): void {
  registerErasures(portal, ports);
  registerDecisions(portal, ports);
  registerExports(portal, ports);
  registerMyData(portal, ports, more);
  registerRetention(portal, ports);
  portal.person({ method: 'GET', path: `${privacyPath}/audit`, access: reading, reads }, async (visit) =>
    (await visits()).showAudit(visit, ports),
  );
}

function registerErasures(portal: Portal, ports: PrivacyPorts): void {
  portal.person({ method: 'GET', path: privacyPath, access: reading, reads }, async (visit) =>
    (await visits()).showErasures(visit, ports),
  );
  portal.person({ method: 'POST', path: privacyPath, access }, async (visit) =>
    (await visits()).askErasure(visit, ports),
  );
  portal.person({ method: 'GET', path: jobPath, access: reading, reads }, async (visit) =>
    (await visits()).showErasure(visit, ports),
  );
}

function registerDecisions(portal: Portal, ports: PrivacyPorts): void {
  for (const decision of ['confirm', 'cancel'] as const) {
    portal.person({ method: 'POST', path: `${jobPath}/${decision}`, access }, async (visit) =>
      (await visits()).decideErasure(visit, ports, decision),
    );
  }
}

function registerRetention(portal: Portal, ports: PrivacyPorts): void {
  portal.person({ method: 'GET', path: retentionPath, access: reading }, async (visit) =>
    (await visits()).showRetention(visit, ports),
  );
  portal.person({ method: 'POST', path: retentionPath, access }, async (visit) =>
    (await visits()).proposeRule(visit, ports),
  );
  for (const decision of ['confirm', 'withdraw'] as const) {
    portal.person({ method: 'POST', path: `${retentionPath}/${decision}`, access }, async (visit) =>
      (await visits()).decideRule(visit, ports, decision),
    );
  }
}

function registerExports(portal: Portal, ports: PrivacyPorts): void {
  portal.person({ method: 'GET', path: exportsPath, access: reading, reads }, async (visit) =>
    (await visits()).showExports(visit, ports),
  );
  portal.person({ method: 'POST', path: exportsPath, access }, async (visit) =>
    (await visits()).askExport(visit, ports),
  );
}

function registerMyData(portal: Portal, ports: PrivacyPorts, more: Beside): void {
  const own = ['person'] as const;
  portal.person({ method: 'GET', path: myDataPath, access: own, allWords: true }, async (visit) =>
    (await visits()).showMyData(visit, { ports, ...more }),
  );
  portal.person({ method: 'POST', path: myDataPath, access: own, allWords: true }, async (visit) =>
    (await visits()).askMyExport(visit, { ports, ...more }),
  );
  portal.person({ method: 'POST', path: myRequestsPath, access: own, allWords: true }, async (visit) =>
    (await visits()).askMine(visit, { ports, ...more }),
  );
  portal.person({ method: 'GET', path: `${myDataPath}/:jobId`, access: own, allWords: true }, async (visit) =>
    (await visits()).openMyExport(visit, ports),
  );
}
