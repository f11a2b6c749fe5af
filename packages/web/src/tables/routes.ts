import { connectionAccess, connectionsPath } from '../connections/tabs.ts';
import type { Portal } from '../visit.ts';
import type { TablesPorts } from './ports.ts';
import type { TableDesk } from './visits.tsx';

const access = connectionAccess;
const path = `${connectionsPath}/:connectionId/tables`;
const one = `${path}/:kind`;
const table = `${one}/:tableId`;
const visits = () => import('./visits.tsx');

/** Tables that a provider sends in place of an interface: uploaded, looked at, confirmed. */
export function registerTables(
  portal: Portal,
  ports: TablesPorts,
  connections: TableDesk['connections'],
): void {
  const desk = { ports, connections };
  portal.person({ method: 'GET', path, access }, async (visit) => (await visits()).showAll(visit, desk));
  portal.person({ method: 'GET', path: `${path}/template`, access }, async (visit) =>
    (await visits()).sendTemplate(visit, desk),
  );
  portal.person({ method: 'GET', path: one, access }, async (visit) => (await visits()).goBack(visit));
  // The form around a file takes some room as well.
  const maxBodyBytes = ports.maxBytes + 64 * 1024;
  portal.person({ method: 'POST', path: one, access, maxBodyBytes, replayable: false }, async (visit) =>
    (await visits()).upload(visit, desk),
  );
  portal.person({ method: 'GET', path: table, access }, async (visit) =>
    (await visits()).showTable(visit, desk),
  );
  portal.person({ method: 'POST', path: `${table}/map`, access }, async (visit) =>
    (await visits()).map(visit, desk),
  );
  portal.person({ method: 'POST', path: `${table}/confirm`, access }, async (visit) =>
    (await visits()).confirm(visit, desk),
  );
  portal.person({ method: 'POST', path: `${table}/discard`, access }, async (visit) =>
    (await visits()).discard(visit, desk),
  );
}
