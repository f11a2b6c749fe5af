import type { Portal } from '../visit.ts';
import { type ConnectionsPorts, connectionKinds } from './ports.ts';
import { connectionAccess, connectionsPath, operatorConnectionsPath } from './tabs.ts';

const access = connectionAccess;
const one = `${connectionsPath}/:connectionId`;
// Few people ever come here.
const visits = () => import('./visits.tsx');

/** Connections of a provider to its own systems: made, tested, changed, paused, removed. */
export function registerConnections(portal: Portal, ports: ConnectionsPorts): void {
  portal.person({ method: 'GET', path: connectionsPath, access }, async (visit) =>
    (await visits()).showConnections(visit, ports),
  );
  portal.person({ method: 'GET', path: `${connectionsPath}/new`, access }, async (visit) =>
    (await visits()).showKinds(visit),
  );
  for (const kind of connectionKinds) {
    const path = `${connectionsPath}/new/${kind}`;
    portal.person({ method: 'GET', path, access }, async (visit) =>
      (await visits()).showNew(visit, ports, kind),
    );
    portal.person({ method: 'POST', path, access, replayable: false }, async (visit) =>
      (await visits()).create(visit, ports, kind),
    );
  }
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await visits()).showOne(visit, ports),
  );
  registerChanges(portal, ports);
  registerActions(portal, ports);
  portal.person({ method: 'GET', path: operatorConnectionsPath, access: ['role:operator'] }, async (visit) =>
    (await visits()).showAll(visit, ports),
  );
}

function registerChanges(portal: Portal, ports: ConnectionsPorts): void {
  portal.person({ method: 'GET', path: `${one}/settings`, access }, async (visit) =>
    (await visits()).showSettings(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/settings`, access, replayable: false }, async (visit) =>
    (await visits()).change(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/rotate`, access }, async (visit) =>
    (await visits()).askRotation(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/rotate`, access, replayable: false }, async (visit) =>
    (await visits()).rotate(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/remove`, access }, async (visit) =>
    (await visits()).askRemoval(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/remove`, access }, async (visit) =>
    (await visits()).remove(visit, ports),
  );
}

function registerActions(portal: Portal, ports: ConnectionsPorts): void {
  for (const action of ['pause', 'resume'] as const) {
    portal.person({ method: 'POST', path: `${one}/${action}`, access }, async (visit) =>
      (await visits()).pauseOrResume(visit, ports, action),
    );
  }
  // What a test came to is worth seeing, and comes out otherwise next time.
  portal.person({ method: 'POST', path: `${one}/test`, access, replayable: false }, async (visit) =>
    (await visits()).showOne(visit, ports, { isTested: true }),
  );
  portal.person({ method: 'POST', path: `${one}/replay`, access, replayable: false }, async (visit) =>
    (await visits()).replay(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/discard`, access }, async (visit) =>
    (await visits()).discard(visit, ports),
  );
}
