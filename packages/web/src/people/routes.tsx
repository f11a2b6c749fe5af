import type { PersonVisit, Portal } from '../visit.ts';
import type { Desk } from './desk.tsx';
import type { PeoplePorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');
const unitVisits = () => import('./unit-visits.tsx');
const supervisorVisits = () => import('./supervisor-visits.tsx');

const operator = ['role:operator'] as const;
const reads = { what: 'person', of: 'personId' } as const;
const admin = ['role:agency-admin'] as const;

/** Pages about single people and the units they work in, at the desks of operators and of agencies' administrators. */
export function registerPeople(portal: Portal, ports: PeoplePorts): void {
  registerDesk(portal, ports, 'operator');
  registerDesk(portal, ports, 'agency');
  registerMove(portal, ports);
  registerViewing(portal, ports);
  registerUnits(portal, ports);
  registerSupervisors(portal, ports);
  const team = { access: ['role:supervisor'], reads: { what: 'team' } } as const;
  portal.person({ method: 'GET', path: '/team', ...team }, async (visit) =>
    (await visits()).showTeam(visit, ports),
  );
}

function registerDesk(portal: Portal, ports: PeoplePorts, desk: Desk): void {
  const access = desk === 'operator' ? operator : admin;
  const path = `/${desk}/people/:personId`;
  const at = (visit: PersonVisit) => ({ visit, ports, desk });
  portal.person({ method: 'GET', path, access, reads }, async (visit) =>
    (await visits()).showPerson(at(visit)),
  );
  portal.person({ method: 'POST', path, access }, async (visit) => (await visits()).saveDetails(at(visit)));
  portal.person({ method: 'POST', path: `${path}/service`, access }, async (visit) =>
    (await visits()).saveService(at(visit)),
  );
  portal.person({ method: 'POST', path: `${path}/roles`, access }, async (visit) =>
    (await visits()).changeRoles(at(visit)),
  );
  for (const kind of ['disable', 'enable'] as const) {
    portal.person({ method: 'GET', path: `${path}/${kind}`, access, reads }, async (visit) =>
      (await visits()).askStatus(at(visit), kind),
    );
    portal.person({ method: 'POST', path: `${path}/${kind}`, access }, async (visit) =>
      (await visits()).changeStatus(at(visit), kind),
    );
  }
}

function registerMove(portal: Portal, ports: PeoplePorts): void {
  const path = '/operator/people/:personId/move';
  const at = (visit: PersonVisit) => ({ visit, ports, desk: 'operator' as const });
  portal.person({ method: 'GET', path, access: operator, reads }, async (visit) =>
    (await visits()).showMove(at(visit)),
  );
  portal.person({ method: 'POST', path, access: operator }, async (visit) =>
    (await visits()).move(at(visit)),
  );
}

/** An operator sees what the person sees, and changes nothing (case C10). */
function registerViewing(portal: Portal, ports: PeoplePorts): void {
  const path = '/operator/people/:personId/view-as';
  const at = (visit: PersonVisit) => ({ visit, ports, desk: 'operator' as const });
  portal.person({ method: 'GET', path, access: operator, reads }, async (visit) =>
    (await visits()).askViewAs(at(visit)),
  );
  portal.person({ method: 'POST', path, access: operator }, async (visit) =>
    (await visits()).viewAs(at(visit)),
  );
  const end = { method: 'POST', path: '/view-as/end', access: ['person'], viewable: true } as const;
  portal.person(end, async (visit) => (await visits()).endViewAs(visit, ports));
}

/** Whoever lists, forms and directories name as a supervisor is given the role here, by somebody. */
function registerSupervisors(portal: Portal, ports: PeoplePorts): void {
  const path = '/agency/supervisors';
  portal.person({ method: 'GET', path, access: admin, reads: { what: 'people' } }, async (visit) =>
    (await supervisorVisits()).showSupervisors(visit, ports),
  );
  portal.person({ method: 'POST', path, access: admin }, async (visit) =>
    (await supervisorVisits()).giveRole(visit, ports),
  );
}

function registerUnits(portal: Portal, ports: PeoplePorts): void {
  const places = [
    { desk: 'operator', path: '/operator/agencies/:agencyId/units', access: operator },
    { desk: 'agency', path: '/agency/units', access: admin },
  ] as const;
  for (const { desk, path, access } of places) {
    portal.person({ method: 'GET', path, access }, async (visit) =>
      (await unitVisits()).showUnits({ visit, ports, desk }),
    );
    portal.person({ method: 'POST', path, access }, async (visit) =>
      (await unitVisits()).createUnit({ visit, ports, desk }),
    );
    const one = `${path}/:unitId`;
    portal.person({ method: 'GET', path: one, access }, async (visit) =>
      (await unitVisits()).showUnit({ visit, ports, desk }),
    );
    portal.person({ method: 'POST', path: one, access }, async (visit) =>
      (await unitVisits()).saveUnit({ visit, ports, desk }),
    );
    portal.person({ method: 'POST', path: `${one}/end`, access }, async (visit) =>
      (await unitVisits()).endUnit({ visit, ports, desk }),
    );
  }
}
