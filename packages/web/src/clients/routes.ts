import type { Portal } from '../visit.ts';
import type { ClientsPlace } from './place.ts';
import type { ClientsPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');

/** Lists, makes, changes and ends API clients at one place of the portal. */
export function registerClients(portal: Portal, ports: ClientsPorts, place: ClientsPlace): void {
  const { path, access } = place;
  const served = { ports, place };
  const one = `${path}/:clientId`;
  portal.person({ method: 'GET', path, access }, async (visit) => (await visits()).showList(visit, served));
  portal.person({ method: 'POST', path, access, replayable: false }, async (visit) =>
    (await visits()).create(visit, served),
  );
  portal.person({ method: 'GET', path: `${one}/change`, access }, async (visit) =>
    (await visits()).showChange(visit, served),
  );
  portal.person({ method: 'POST', path: `${one}/change`, access }, async (visit) =>
    (await visits()).change(visit, served),
  );
  portal.person({ method: 'GET', path: `${one}/rotate`, access }, async (visit) =>
    (await visits()).showRotation(visit, served),
  );
  portal.person({ method: 'POST', path: `${one}/rotate`, access, replayable: false }, async (visit) =>
    (await visits()).rotate(visit, served),
  );
  const end = `${one}/secrets/:number/end`;
  portal.person({ method: 'GET', path: `${one}/disable`, access }, async (visit) =>
    (await visits()).askDisable(visit, served),
  );
  portal.person({ method: 'GET', path: end, access }, async (visit) =>
    (await visits()).askEnd(visit, served),
  );
  portal.person({ method: 'POST', path: `${one}/disable`, access }, async (visit) =>
    (await visits()).disable(visit, served),
  );
  portal.person({ method: 'POST', path: end, access }, async (visit) =>
    (await visits()).endSecret(visit, served),
  );
}
