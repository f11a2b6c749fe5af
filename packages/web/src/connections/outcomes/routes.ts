import { toolsPath } from '../../lti/paths.ts';
import type { PersonVisit, Portal } from '../../visit.ts';
import { connectionAccess, connectionsPath } from '../tabs.ts';
import type { OutcomesPorts } from './ports.ts';

const access = connectionAccess;
const results = `${connectionsPath}/:connectionId/results`;
const one = `${results}/:resultId`;
const learners = `${connectionsPath}/:connectionId/learners`;
const reconciliation = `${connectionsPath}/:connectionId/reconciliation`;
const toolReconciliation = `${toolsPath}/:clientId/reconciliation`;

type Handlers = typeof import('./handlers.tsx');

const reads = { what: 'results' } as const;
/** What was sent of somebody is their own record, where it is known whose it is. */
const readsOne = { ...reads, of: 'known' } as const;

/** Results that came in through a connection, and what differs between here and there. Loaded when somebody looks. */
export function registerOutcomes(portal: Portal, ports: OutcomesPorts): void {
  const handle = (name: keyof Handlers) => async (visit: PersonVisit) =>
    (await import('./handlers.tsx'))[name](visit, ports);
  portal.person({ method: 'GET', path: results, access, reads }, handle('showResults'));
  portal.person({ method: 'POST', path: `${results}/poll`, access }, handle('startPoll'));
  portal.person({ method: 'GET', path: one, access, reads: readsOne }, handle('showResult'));
  portal.person({ method: 'POST', path: `${one}/map`, access, replayable: false }, handle('mapResult'));
  portal.person({ method: 'POST', path: `${one}/forget-part`, access }, handle('forgetPart'));
  portal.person({ method: 'POST', path: `${one}/aside`, access, replayable: false }, handle('setAside'));
  portal.person({ method: 'POST', path: `${one}/replay`, access }, handle('replayResult'));
  portal.person({ method: 'GET', path: learners, access, reads }, handle('showLearners'));
  portal.person({ method: 'POST', path: learners, access, replayable: false }, handle('mapLearners'));
  // A tool of LTI has no connection, and what it has sent is compared all the same.
  for (const path of [reconciliation, toolReconciliation]) {
    portal.person({ method: 'GET', path, access, reads }, handle('showReconciliation'));
    portal.person({ method: 'GET', path: `${path}/repairs/:orderId`, access, reads }, handle('showOrder'));
    portal.person({ method: 'POST', path: `${path}/start`, access }, handle('startComparison'));
    portal.person({ method: 'POST', path: `${path}/repair`, access, replayable: false }, handle('repair'));
  }
}
