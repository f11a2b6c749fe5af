import type { Portal } from '../visit.ts';
import { talentListPath, talentPath, talentPlacePath, talentThresholdsPath } from './paths.ts';
import type { TalentPorts } from './ports.ts';

// Very few people ever see these.
const visits = () => import('./visits.tsx');

const access = ['role:talent-officer'] as const;
const person = `${talentPath}/people/:personId`;
const many = { reads: { what: 'talent' } } as const;
const one = { reads: { what: 'talent', of: 'personId' } } as const;

/** Talent boxes, for the officers whom an agency names. */
export function registerTalent(portal: Portal, ports: TalentPorts): void {
  portal.person({ method: 'GET', path: talentPath, access }, async (visit) =>
    (await visits()).showYear(visit, ports),
  );
  portal.person({ method: 'GET', path: talentPlacePath, access, ...many }, async (visit) =>
    (await visits()).showPlace(visit, ports),
  );
  portal.person({ method: 'GET', path: `${talentPath}/file`, access, ...many }, async (visit) =>
    (await visits()).downloadYear(visit, ports),
  );
  portal.person({ method: 'GET', path: person, access, ...one }, async (visit) =>
    (await visits()).showPerson(visit, ports),
  );
  for (const [path, name] of [
    [`${talentPath}/find`, 'find'],
    [talentThresholdsPath, 'setThresholds'],
    [person, 'record'],
    [`${person}/withdraw`, 'withdraw'],
    [talentListPath, 'tryList'],
    [`${talentListPath}/apply`, 'takeList'],
  ] as const) {
    portal.person({ method: 'POST', path, access }, async (visit) => (await visits())[name](visit, ports));
  }
  for (const [path, name] of [
    [talentListPath, 'showList'],
    [`${talentListPath}/template`, 'listTemplate'],
    // Where whoever changes the language on a refused form comes back to.
    [`${talentListPath}/apply`, 'backToList'],
    [`${talentPath}/find`, 'backToYear'],
    [talentThresholdsPath, 'backToYear'],
    [`${person}/withdraw`, 'backToPerson'],
  ] as const) {
    portal.person({ method: 'GET', path, access }, async (visit) => (await visits())[name](visit, ports));
  }
}
