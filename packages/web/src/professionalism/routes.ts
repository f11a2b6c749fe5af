import type { Portal } from '../visit.ts';
import { forgetPath, indexPath, officialPath } from './paths.ts';
import type { IndexPorts } from './ports.ts';

const visits = () => import('./visits.tsx');

/** The professionalism index of oneself: as BKN has set it, and simulated. */
export function registerIndex(portal: Portal, ports: IndexPorts): void {
  const own = { access: ['person'], allWords: true } as const;
  portal.person({ method: 'GET', path: indexPath, ...own }, async (visit) =>
    (await visits()).showIndex(visit, ports),
  );
  portal.person({ method: 'POST', path: indexPath, ...own }, async (visit) =>
    (await visits()).setFacts(visit, ports),
  );
  portal.person({ method: 'POST', path: forgetPath, ...own }, async (visit) =>
    (await visits()).forgetFacts(visit, ports),
  );
  portal.person({ method: 'POST', path: officialPath, ...own }, async (visit) =>
    (await visits()).askOfficial(visit, ports),
  );
}
