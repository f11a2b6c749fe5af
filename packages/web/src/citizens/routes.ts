import type { Portal } from '../visit.ts';
import { citizensPath, servicesPath } from './paths.ts';
import type { CitizensDeskPorts, CitizensPorts } from './ports.ts';

// Most who open the portal see neither.
const everybody = () => import('./public-visits.tsx');
const desk = () => import('./desk-visits.tsx');

/** What citizens say of services: for everybody without signing in, and for the agency that does them. */
export function registerCitizens(
  portal: Portal,
  ports: { readonly citizens: CitizensPorts; readonly citizensDesk: CitizensDeskPorts },
  options: { readonly notFound: () => Error },
): void {
  registerPublic(portal, ports.citizens, options);
  registerDesk(portal, ports.citizensDesk);
}

function registerPublic(
  portal: Portal,
  ports: CitizensPorts,
  { notFound }: { readonly notFound: () => Error },
): void {
  const access = ['anyone'] as const;
  const one = `${servicesPath}/:agencyId/:serviceId`;
  portal.open({ method: 'GET', path: servicesPath, access }, async (visit) =>
    (await everybody()).showAgencies(visit, ports),
  );
  portal.open({ method: 'GET', path: `${servicesPath}/:agencyId`, access }, async (visit) =>
    (await everybody()).showServices(visit, ports, notFound),
  );
  portal.open({ method: 'GET', path: one, access }, async (visit) =>
    (await everybody()).showService(visit, ports),
  );
  portal.open({ method: 'GET', path: `${one}/survey`, access }, async (visit) =>
    (await everybody()).showSurvey(visit, ports),
  );
  portal.open({ method: 'POST', path: `${one}/survey`, access, maxBodyBytes: 16_384 }, async (visit) =>
    (await everybody()).sendAnswer(visit, ports),
  );
}

function registerDesk(portal: Portal, ports: CitizensDeskPorts): void {
  const access = ['role:agency-admin'] as const;
  const one = `${citizensPath}/:serviceId`;
  const survey = `${one}/surveys/:surveyId`;
  portal.person({ method: 'GET', path: citizensPath, access }, async (visit) =>
    (await desk()).showServices(visit, ports),
  );
  portal.person({ method: 'GET', path: `${citizensPath}/new`, access }, async (visit) =>
    (await desk()).showNew(visit),
  );
  portal.person({ method: 'POST', path: `${citizensPath}/new`, access }, async (visit) =>
    (await desk()).add(visit, ports),
  );
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await desk()).showService(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/poster`, access }, async (visit) =>
    (await desk()).showPoster(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/change`, access }, async (visit) =>
    (await desk()).showChange(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/change`, access }, async (visit) =>
    (await desk()).change(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/state`, access }, async (visit) =>
    (await desk()).openOrClose(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/surveys`, access }, async (visit) =>
    (await desk()).plan(visit, ports),
  );
  portal.person({ method: 'GET', path: `${survey}/end`, access }, async (visit) =>
    (await desk()).askEnd(visit, ports),
  );
  portal.person({ method: 'POST', path: `${survey}/end`, access }, async (visit) =>
    (await desk()).end(visit, ports),
  );
  portal.person({ method: 'GET', path: `${survey}/comments`, access }, async (visit) =>
    (await desk()).showComments(visit, ports),
  );
  portal.person({ method: 'POST', path: `${survey}/comments`, access }, async (visit) =>
    (await desk()).moderate(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/promises/:promiseId`, access }, async (visit) =>
    (await desk()).showPromise(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/promises/:promiseId`, access }, async (visit) =>
    (await desk()).setPromise(visit, ports),
  );
}
