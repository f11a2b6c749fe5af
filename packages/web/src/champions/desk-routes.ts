import type { Portal } from '../visit.ts';
import { agencyChampionsPath } from './paths.ts';
import type { ChampionsDeskPorts } from './ports.ts';

const desk = () => import('./desk-visits.tsx');

/** Whom the agency has asked. */
export function registerChampionsDesk(portal: Portal, ports: ChampionsDeskPorts): void {
  const access = ['role:agency-admin'] as const;
  const list = { method: 'GET', path: agencyChampionsPath, access, reads: { what: 'people' } } as const;
  portal.person(list, async (visit) => (await desk()).showList(visit, ports));
  portal.person({ method: 'POST', path: agencyChampionsPath, access }, async (visit) =>
    (await desk()).nameOne(visit, ports),
  );
  portal.person(
    { method: 'POST', path: `${agencyChampionsPath}/:personId/take-back`, access },
    async (visit) => (await desk()).takeBack(visit, ports),
  );
}
