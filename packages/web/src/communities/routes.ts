import type { Portal } from '../visit.ts';
import type { CommunitiesPorts } from './ports.ts';

const visits = () => import('./visits.tsx');

// Written out: what makes addresses is loaded with the pages.
const communities = '/communities';
const one = `${communities}/:communityId`;
const meeting = `${one}/meetings/:meetingId`;
const routes = [
  ['GET', communities, 'showList'],
  ['GET', `${communities}/new`, 'showNew'],
  ['POST', `${communities}/new`, 'found'],
  ['GET', one, 'showCommunity'],
  ['GET', `${one}/change`, 'showChange'],
  ['POST', `${one}/change`, 'change'],
  ['POST', `${one}/state`, 'setState'],
  ['POST', `${one}/join`, 'join'],
  ['POST', `${one}/leave`, 'leave'],
  ['POST', `${one}/members`, 'decide'],
  ['GET', `${one}/meetings/new`, 'showPlan'],
  ['POST', `${one}/meetings/new`, 'plan'],
  ['GET', meeting, 'showMeeting'],
  ['POST', `${meeting}/record`, 'record'],
  ['POST', `${meeting}/attendance`, 'confirm'],
  ['POST', `${meeting}/close`, 'close'],
  ['POST', `${meeting}/undo`, 'undo'],
] as const;

const doorRoutes = [
  ['GET', `${meeting}/code`, 'showCode'],
  ['GET', `${meeting}/check-in`, 'showDoor'],
  ['POST', `${meeting}/check-in`, 'checkIn'],
] as const;

const materials = `${meeting}/materials`;
const materialRoutes = [
  ['GET', `${materials}/:materialId`, 'sendMaterial'],
  ['POST', `${materials}/:materialId/remove`, 'removeMaterial'],
] as const;

/** Communities of practice: for those who are in them, and how to come in. */
export function registerCommunities(portal: Portal, ports: CommunitiesPorts): void {
  for (const [method, path, name] of routes) {
    portal.person({ method, path, access: ['person'], allWords: true }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
  for (const [method, path, name] of doorRoutes) {
    portal.person({ method, path, access: ['person'], allWords: true }, async (visit) =>
      (await import('./door-visits.tsx'))[name](visit, ports),
    );
  }
  const files = () => import('./material-visits.tsx');
  for (const [method, path, name] of materialRoutes) {
    portal.person({ method, path, access: ['person'], allWords: true }, async (visit) =>
      (await files())[name](visit, ports),
    );
  }
  // The form around a file takes some room as well.
  const limits = { maxBodyBytes: ports.maxBytes + 64 * 1024, replayable: false } as const;
  portal.person(
    { method: 'POST', path: materials, access: ['person'], allWords: true, ...limits },
    async (visit) => (await files()).addMaterial(visit, ports),
  );
}
