import type { Portal } from '../visit.ts';
import type { CompetencyDeskPorts } from './desk-ports.ts';
import type { CompetencyListPorts } from './list-ports.ts';
import type { Desk } from './names.ts';
import {
  bandsPath,
  caseFilePath,
  closedPath,
  concernedFilePath,
  concernedPath,
  dictionaryPath,
  followUpPath,
  listsPath,
  mapFilePath,
  mapPath,
  ownPath,
  standardsPath,
  teamPath,
} from './paths.ts';
import type { CompetencyPersonPorts } from './person-ports.ts';
import type { TeachingPorts } from './teaching-ports.ts';

const person = () => import('./person-visits.tsx');
const agency = () => import('./agency-visits.tsx');
const bands = () => import('./bands-visits.tsx');
const files = () => import('./files.ts');
const lists = () => import('./list-visits.tsx');
const teaching = () => import('./teaching-visits.tsx');

/** Competence of oneself, of a team and of an agency, and what courses teach of it. */
export function registerCompetency(
  portal: Portal,
  ports: {
    readonly competency: CompetencyPersonPorts;
    readonly competencyDesk: CompetencyDeskPorts;
    readonly competencyLists: CompetencyListPorts;
    readonly teaching: TeachingPorts;
  },
): void {
  registerPeople(portal, ports.competency);
  registerLists(portal, ports.competencyLists);
  registerDesk(portal, ports.competencyDesk);
  const author = {
    path: '/studio/courses/:courseId/competencies',
    access: ['role:provider-author'],
  } as const;
  portal.person({ method: 'GET', ...author }, async (visit) =>
    (await teaching()).showTeaching(visit, ports.teaching),
  );
  portal.person({ method: 'POST', ...author }, async (visit) =>
    (await teaching()).setTeaching(visit, ports.teaching),
  );
}

const desks = {
  own: { base: ownPath, access: ['person'], allWords: true },
  team: { base: `${teamPath}/:personId`, access: ['role:supervisor'] },
  agency: { base: `${concernedPath}/:personId`, access: ['role:agency-admin'] },
} as const;

/** What is below the page of a person, and what answers it. */
const personRoutes = [
  ['GET', '', 'showPerson'],
  // Before items by id, whose addresses look alike.
  ['GET', '/plan/print', 'showPrint'],
  ['GET', '/plan/:itemId', 'showItem'],
  ['POST', '/plan/:itemId', 'saveItem'],
  ['POST', '/plan/:itemId/move', 'moveItem'],
] as const;
const ownRoutes = [
  ['GET', '/word', 'showWord'],
  ['POST', '/word', 'declare'],
] as const;
const officeRoutes = [
  ['GET', '/assess', 'showAssess'],
  ['POST', '/assess', 'assess'],
  ['POST', '/withdraw', 'withdraw'],
] as const;

function registerPeople(portal: Portal, ports: CompetencyPersonPorts): void {
  const team = {
    method: 'GET',
    path: teamPath,
    access: ['role:supervisor'],
    reads: { what: 'team' },
  } as const;
  portal.person(team, async (visit) => (await person()).showTeam(visit, ports));
  for (const desk of ['own', 'team', 'agency'] as const satisfies readonly Desk[]) {
    const { base, ...rest } = desks[desk];
    for (const [method, below, name] of [...personRoutes, ...(desk === 'own' ? ownRoutes : officeRoutes)]) {
      const isRead = desk !== 'own' && method === 'GET';
      const reads = isRead && ({ reads: { what: 'competence', of: 'personId' } } as const);
      portal.person({ method, path: `${base}${below}`, ...rest, ...reads }, async (visit) =>
        (await person())[name]({ visit, ports, desk }),
      );
    }
  }
}

/** What an agency sets, and how it stands. */
const deskRoutes = [
  ['GET', mapPath, 'showMap'],
  ['GET', dictionaryPath, 'showDictionary'],
  ['GET', `${dictionaryPath}/:code`, 'showTechnical'],
  ['POST', `${dictionaryPath}/:code`, 'describe'],
  ['POST', `${dictionaryPath}/:code/state`, 'retire'],
  ['GET', standardsPath, 'showStandards'],
  ['GET', `${standardsPath}/:post`, 'showStandard'],
  ['POST', `${standardsPath}/:post`, 'setStandard'],
  ['POST', `${standardsPath}/:post/state`, 'withdrawStandard'],
] as const;

const bandRoutes = [
  ['GET', bandsPath, 'showBands'],
  ['POST', `${bandsPath}/:use`, 'setBands'],
  ['POST', `${bandsPath}/:use/withdraw`, 'withdrawBands'],
] as const;

function registerDesk(portal: Portal, ports: CompetencyDeskPorts): void {
  const access = ['role:agency-admin'] as const;
  for (const [method, path, name] of bandRoutes) {
    portal.person({ method, path, access }, async (visit) => (await bands())[name](visit, ports));
  }
  for (const [method, path, name] of deskRoutes) {
    portal.person({ method, path, access }, async (visit) => (await agency())[name](visit, ports));
  }
  const list = { method: 'GET', path: concernedPath, access, reads: { what: 'competence' } } as const;
  portal.person(list, async (visit) => (await agency()).showConcerned(visit, ports));
  portal.person({ ...list, path: closedPath }, async (visit) => (await agency()).showClosed(visit, ports));
  portal.person({ ...list, path: followUpPath }, async (visit) =>
    (await agency()).showFollowUps(visit, ports),
  );
  portal.person({ method: 'GET', path: mapFilePath, access }, async (visit) =>
    (await files()).sendMap(visit, ports),
  );
  portal.person({ method: 'GET', path: caseFilePath, access }, async (visit) =>
    (await files()).sendCase(visit, ports),
  );
  portal.person({ ...list, path: concernedFilePath }, async (visit) =>
    (await files()).sendConcerned(visit, ports),
  );
}

const listRoutes = [
  ['GET', '', 'showLists'],
  ['POST', '', 'tryList'],
  ['GET', '/template', 'listTemplate'],
  ['GET', '/apply', 'backToLists'],
  ['POST', '/apply', 'takeList'],
  ['GET', '/refused', 'backToLists'],
  ['POST', '/refused', 'sendRefused'],
] as const;

function registerLists(portal: Portal, ports: CompetencyListPorts): void {
  const access = ['role:agency-admin'] as const;
  // A form gives every line break two bytes, and a letter up to nine.
  const maxBodyBytes = ports.maxBytes * 4;
  for (const [method, below, name] of listRoutes) {
    portal.person({ method, path: `${listsPath}${below}`, access, maxBodyBytes }, async (visit) =>
      (await lists())[name](visit, ports),
    );
  }
}
