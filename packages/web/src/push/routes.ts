import type { Portal } from '../visit.ts';
import type { PushPlace } from './place.tsx';
import type { PushPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');

/** Receivers of an agency or a provider: made, changed, tested, paused, deleted; and what they did not take. */
export function registerPush(portal: Portal, ports: PushPorts, place: PushPlace): void {
  const { path, access } = place;
  const at = { ports, place };
  const one = `${path}/:subscriptionId`;
  portal.person({ method: 'GET', path, access }, async (visit) => (await visits()).showList(visit, at));
  for (const kind of place.kinds) {
    const fresh = `${path}/new/${kind}`;
    portal.person({ method: 'GET', path: fresh, access }, async (visit) =>
      (await visits()).showNew(visit, at, kind),
    );
    portal.person({ method: 'POST', path: fresh, access, replayable: false }, async (visit) =>
      (await visits()).create(visit, at, kind),
    );
  }
  portal.person({ method: 'GET', path: one, access }, async (visit) => (await visits()).showOne(visit, at));
  portal.person({ method: 'GET', path: `${one}/change`, access }, async (visit) =>
    (await visits()).showChange(visit, at),
  );
  portal.person({ method: 'POST', path: `${one}/change`, access, replayable: false }, async (visit) =>
    (await visits()).change(visit, at),
  );
  for (const action of ['delete', 'rotate'] as const) {
    portal.person({ method: 'GET', path: `${one}/${action}`, access }, async (visit) =>
      (await visits()).ask(visit, at, { action }),
    );
  }
  portal.person({ method: 'POST', path: `${one}/delete`, access }, async (visit) =>
    (await visits()).remove(visit, at),
  );
  portal.person({ method: 'POST', path: `${one}/rotate`, access, replayable: false }, async (visit) =>
    (await visits()).rotate(visit, at),
  );
  for (const action of ['pause', 'resume'] as const) {
    portal.person({ method: 'POST', path: `${one}/${action}`, access }, async (visit) =>
      (await visits()).pauseOrResume(visit, at, action),
    );
  }
  // The answer to a test or to sending again is worth seeing, and comes out otherwise next time.
  portal.person({ method: 'POST', path: `${one}/test`, access, replayable: false }, async (visit) =>
    (await visits()).test(visit, at),
  );
  portal.person({ method: 'POST', path: `${one}/replay`, access, replayable: false }, async (visit) =>
    (await visits()).replay(visit, at),
  );
}
