import type { Portal } from '../visit.ts';
import { keysPath, rotateHref, signingRoles, withdrawPath } from './paths.ts';
import type { SigningKeysPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');

/** Keys that launches and other messages of LTI are signed with. */
export function registerSigningKeys(portal: Portal, ports: SigningKeysPorts): void {
  const access = ['role:operator'] as const;
  portal.person({ method: 'GET', path: keysPath, access }, async (visit) =>
    (await visits()).showKeys(visit, ports),
  );
  for (const role of signingRoles) {
    portal.person({ method: 'GET', path: rotateHref(role), access }, async (visit) =>
      (await visits()).askToRotate(visit, role),
    );
    portal.person({ method: 'POST', path: rotateHref(role), access }, async (visit) =>
      (await visits()).rotate(visit, { ports, role }),
    );
    portal.person({ method: 'GET', path: withdrawPath(role), access }, async (visit) =>
      (await visits()).askToWithdraw(visit, { ports, role }),
    );
    portal.person({ method: 'POST', path: withdrawPath(role), access }, async (visit) =>
      (await visits()).withdraw(visit, { ports, role }),
    );
  }
}
