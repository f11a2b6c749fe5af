import type { Portal } from '../visit.ts';
import { learningPathsPath } from './paths.ts';
import { agencyPaths, type PathPlace, studioPaths } from './place.tsx';
import type { PathsDeskPorts, PathsPorts } from './ports.ts';

// Most pages are of courses.
const everybody = () => import('./visits.tsx');
const desk = () => import('./desk-visits.tsx');

const one = '/:pathId';

const routes = [
  ['GET', '', 'showList'],
  ['GET', one, 'showPath'],
  ['POST', `${one}/join`, 'join'],
  ['POST', `${one}/steps/:stepId/start`, 'start'],
  ['GET', `${one}/leave`, 'askLeave'],
  ['POST', `${one}/leave`, 'leave'],
] as const;

const deskRoutes = [
  ['GET', '', 'showList'],
  ['GET', '/new', 'showNew'],
  ['POST', '/new', 'make'],
  ['GET', `${one}/change`, 'showChange'],
  ['POST', `${one}/change`, 'change'],
  ['POST', `${one}/act`, 'act'],
  ['GET', `${one}/move`, 'showMove'],
  ['POST', `${one}/move`, 'move'],
] as const;

/** Learning paths: for whoever learns, and for the agency or provider that makes them. */
export function registerLearningPaths(
  portal: Portal,
  ports: { readonly paths: PathsPorts; readonly pathsDesk: PathsDeskPorts },
): void {
  for (const [method, below, name] of routes) {
    const path = `${learningPathsPath}${below}`;
    const route = { method, path, access: ['person'], allWords: true, viewable: method === 'GET' } as const;
    portal.person(route, async (visit) => (await everybody())[name](visit, ports.paths));
  }
  for (const place of [agencyPaths, studioPaths]) registerDesk(portal, ports.pathsDesk, place);
}

function registerDesk(portal: Portal, ports: PathsDeskPorts, place: PathPlace): void {
  const { access } = place;
  for (const [method, below, name] of deskRoutes) {
    portal.person({ method, path: `${place.path}${below}`, access, maxBodyBytes: 131_072 }, async (visit) =>
      (await desk())[name](visit, { ports, place }),
    );
  }
  const shown = { method: 'GET', path: `${place.path}${one}`, access } as const;
  // An agency is shown who is on it.
  portal.person(place.seesPeople ? { ...shown, reads: { what: 'learning' } } : shown, async (visit) =>
    (await desk()).showPath(visit, { ports, place }),
  );
  if (!place.seesPeople) return;
  const file = { ...shown, path: `${shown.path}/people`, reads: { what: 'learning' } } as const;
  portal.person(file, async (visit) => (await desk()).sendPeople(visit, { ports, place }));
}
