import type { Portal } from '../visit.ts';
import {
  agencyRecognitionsPath,
  proposePath,
  recognitionFilePath,
  recognitionsPath,
  teamRecognitionsPath,
  unitRecognitionsPath,
} from './paths.ts';
import type { RecognitionDeskPorts, RecognitionPorts } from './ports.ts';

const visits = () => import('./visits.tsx');
const desk = () => import('./desk-visits.tsx');

const ownRoutes = [
  ['GET', recognitionsPath, 'showOwn'],
  ['GET', proposePath, 'showForm'],
  ['POST', proposePath, 'propose'],
  // What its people want their unit to see is no record that somebody looks into.
  ['GET', unitRecognitionsPath, 'showUnit'],
  ['POST', `${recognitionsPath}/proposed/:personId/:recognitionId/recall`, 'recall'],
  ['POST', `${recognitionsPath}/:recognitionId/shown`, 'show'],
] as const;

/** What somebody is recognised for, and whom they propose; for supervisors, of their team. */
export function registerRecognition(portal: Portal, ports: RecognitionPorts): void {
  for (const [method, path, name] of ownRoutes) {
    portal.person({ method, path, access: ['person'], allWords: true }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
  const team = { path: teamRecognitionsPath, access: ['role:supervisor'] } as const;
  portal.person({ method: 'GET', ...team, reads: { what: 'team' } }, async (visit) =>
    (await visits()).showTeam(visit, ports),
  );
}

/** Proposals that wait for the agency, and what its people are recognised for. */
export function registerRecognitionDesk(portal: Portal, ports: RecognitionDeskPorts): void {
  const access = ['role:agency-admin'] as const;
  const reads = { what: 'people' } as const;
  portal.person({ method: 'GET', path: agencyRecognitionsPath, access, reads }, async (visit) =>
    (await desk()).showList(visit, ports),
  );
  portal.person({ method: 'GET', path: recognitionFilePath, access, reads }, async (visit) =>
    (await desk()).download(visit, ports),
  );
  const path = `${agencyRecognitionsPath}/:personId/:recognitionId`;
  const ofOne = { what: 'person', of: 'personId' } as const;
  portal.person({ method: 'GET', path, access, reads: ofOne }, async (visit) =>
    (await desk()).showOne(visit, ports),
  );
  portal.person({ method: 'POST', path: `${path}/decision`, access }, async (visit) =>
    (await desk()).decide(visit, ports),
  );
  portal.person({ method: 'POST', path: `${path}/undo`, access }, async (visit) =>
    (await desk()).undo(visit, ports),
  );
}
