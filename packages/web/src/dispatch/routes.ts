import type { Portal } from '../visit.ts';
import type { DispatchPorts } from './ports.ts';

const access = ['role:provider-author'] as const;

// Few providers give their courses to other systems.
const requests = () => import('./requests.tsx');

/** Courses of a provider in other learning systems. */
export function registerDispatches(portal: Portal, ports: DispatchPorts): void {
  const list = '/studio/courses/:courseId/dispatches';
  portal.person({ method: 'GET', path: list, access }, async (visit) =>
    (await requests()).showDispatches(visit, ports),
  );
  portal.person({ method: 'POST', path: list, access }, async (visit) =>
    (await requests()).addDispatch(visit, ports),
  );
  const one = '/studio/dispatches/:dispatchId';
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await requests()).showDispatch(visit, ports),
  );
  portal.person({ method: 'POST', path: one, access }, async (visit) =>
    (await requests()).saveDispatch(visit, ports),
  );
  for (const step of ['on', 'off', 'new-key'] as const) {
    portal.person({ method: 'POST', path: `${one}/${step}`, access }, async (visit) =>
      (await requests()).stepDispatch(visit, ports, step),
    );
  }
  portal.person({ method: 'GET', path: `${one}/package`, access }, async (visit) =>
    (await requests()).downloadDispatch(visit, ports),
  );
}
