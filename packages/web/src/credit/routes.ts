import type { Portal } from '../visit.ts';
import { heldPath, ledgerPath } from './paths.ts';
import type { CreditPorts } from './ports.ts';

// The home page shows the sum; few open what is behind it.
const visits = () => import('./visits.tsx');

/** Lines behind everybody's own JP, and what waits for an agency. */
export function registerCredit(portal: Portal, ports: CreditPorts): void {
  const own = { access: ['person'], allWords: true } as const;
  portal.person({ method: 'GET', path: ledgerPath, ...own, viewable: true }, async (visit) =>
    (await visits()).showLedger(visit, ports),
  );
  portal.person({ method: 'GET', path: `${ledgerPath}/:about/answer`, ...own }, async (visit) =>
    (await visits()).showAnswer(visit, ports),
  );
  portal.person({ method: 'POST', path: `${ledgerPath}/:about/answer`, ...own }, async (visit) =>
    (await visits()).answer(visit, ports),
  );
  const access = ['role:agency-admin'] as const;
  const one = `${heldPath}/:personId/:about`;
  portal.person({ method: 'GET', path: heldPath, access, reads: { what: 'held-hours' } }, async (visit) =>
    (await visits()).showHeld(visit, ports),
  );
  const reads = { what: 'held-hours', of: 'personId' } as const;
  portal.person({ method: 'GET', path: one, access, reads }, async (visit) =>
    (await visits()).showHold(visit, ports),
  );
  portal.person({ method: 'POST', path: one, access }, async (visit) =>
    (await visits()).decide(visit, ports),
  );
}
