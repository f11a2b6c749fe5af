import type { Portal } from '../../visit.ts';
import type { ConnectionsPorts } from '../ports.ts';
import { connectionAccess as access, connectionsPath } from '../tabs.ts';
import type { ConnectionEnrolmentsPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');

/** The tab of a connection that shows who is enrolled through it. */
export function registerConnectionEnrolments(
  portal: Portal,
  ports: ConnectionEnrolmentsPorts,
  connections: Pick<ConnectionsPorts, 'connectionOf'>,
): void {
  const path = `${connectionsPath}/:connectionId/enrolments`;
  portal.person({ method: 'GET', path, access, reads: { what: 'learning' } }, async (visit) =>
    (await visits()).showEnrolments({ visit, ports, connections }),
  );
  portal.person({ method: 'POST', path, access }, async (visit) =>
    (await visits()).saveSettings({ visit, ports, connections }),
  );
  portal.person({ method: 'POST', path: `${path}/:enrolment/account`, access }, async (visit) =>
    (await visits()).confirmAccount({ visit, ports, connections }),
  );
  portal.person({ method: 'POST', path: `${path}/:enrolment/retry`, access }, async (visit) =>
    (await visits()).retry({ visit, ports, connections }),
  );
}
