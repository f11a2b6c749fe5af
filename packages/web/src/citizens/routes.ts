import type { ForumPorts } from '../forums/ports.ts';
import { registerForums } from '../forums/routes.ts';
import type { ThemePorts } from '../themes/ports.ts';
import { registerThemes } from '../themes/routes.ts';
import type { Portal } from '../visit.ts';
import { citizensPath, servicesPath } from './paths.ts';
import type { CitizensDeskPorts, CitizensPorts } from './ports.ts';

// Most who open the portal see neither.
const everybody = () => import('./public-visits.tsx');
const desk = () => import('./desk-visits.tsx');

/** What citizens say of services: for everybody without signing in, and for the agency that does them. */
export function registerCitizens(
  portal: Portal,
  ports: {
    readonly citizens: CitizensPorts;
    readonly citizensDesk: CitizensDeskPorts;
    readonly themes: ThemePorts;
    readonly forums: ForumPorts;
  },
  options: { readonly notFound: () => Error },
): void {
  registerPublic(portal, ports.citizens, options);
  // Before the pages of one service, whose id stands where these have a word.
  registerThemes(portal, ports.themes);
  registerForums(portal, ports.forums);
  registerDesk(portal, ports.citizensDesk);
}

function registerPublic(
  portal: Portal,
  ports: CitizensPorts,
  { notFound }: { readonly notFound: () => Error },
): void {
  const access = ['anyone'] as const;
  const place = `${servicesPath}/:agencyId/:serviceId`;
  portal.open({ method: 'GET', path: servicesPath, access }, async (visit) =>
    (await everybody()).showAgencies(visit, ports),
  );
  // Topics of training are called as in the catalogue.
  portal.open({ method: 'GET', path: `${servicesPath}/:agencyId`, access, allWords: true }, async (visit) =>
    (await everybody()).showServices(visit, ports, notFound),
  );
  portal.open(
    { method: 'GET', path: `${servicesPath}/:agencyId/forums/:forumId/minutes`, access },
    async (visit) => (await everybody()).sendMinutes(visit, ports),
  );
  portal.open({ method: 'GET', path: place, access }, async (visit) =>
    (await everybody()).showService(visit, ports),
  );
  portal.open({ method: 'GET', path: `${place}/results`, access }, async (visit) =>
    (await everybody()).sendResults(visit, ports),
  );
  portal.open({ method: 'GET', path: `${place}/survey`, access }, async (visit) =>
    (await everybody()).showSurvey(visit, ports),
  );
  portal.open({ method: 'POST', path: `${place}/survey`, access, maxBodyBytes: 16_384 }, async (visit) =>
    (await everybody()).sendAnswer(visit, ports),
  );
}

const one = '/:serviceId';
const survey = `${one}/surveys/:surveyId`;
const promise = `${one}/promises/:promiseId`;

/** What is below the address of the desk, and what answers it. */
const deskRoutes = [
  ['GET', '', 'showServices'],
  ['GET', '/new', 'showNew'],
  ['POST', '/new', 'add'],
  ['GET', one, 'showService'],
  ['GET', `${one}/poster`, 'showPoster'],
  ['GET', `${one}/results`, 'sendResults'],
  ['GET', `${one}/change`, 'showChange'],
  ['POST', `${one}/change`, 'change'],
  ['POST', `${one}/state`, 'openOrClose'],
  ['POST', `${one}/surveys`, 'plan'],
  ['GET', `${survey}/end`, 'askEnd'],
  ['POST', `${survey}/end`, 'end'],
  ['GET', `${survey}/comments`, 'showComments'],
  ['POST', `${survey}/comments`, 'moderate'],
  ['GET', promise, 'showPromise'],
  ['POST', promise, 'setPromise'],
] as const;

function registerDesk(portal: Portal, ports: CitizensDeskPorts): void {
  for (const [method, below, name] of deskRoutes) {
    portal.person({ method, path: `${citizensPath}${below}`, access: ['role:agency-admin'] }, async (visit) =>
      (await desk())[name](visit, ports),
    );
  }
}
