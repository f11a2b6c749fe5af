import type { Portal } from '../visit.ts';
import type { CoachingDeskPorts } from './desk-ports.ts';
import { agencyPairsPath } from './paths.ts';

const visits = () => import('./desk-visits.tsx');
const access = ['role:agency-admin'] as const;

/** What an agency may know of coaching, mentoring and communities: that they take place. */
export function registerCoachingDesk(portal: Portal, ports: CoachingDeskPorts): void {
  portal.person({ method: 'GET', path: agencyPairsPath, access }, async (visit) =>
    (await visits()).showAgency(visit, ports),
  );
  const reads = { what: 'learning' } as const;
  portal.person({ method: 'GET', path: `${agencyPairsPath}/pairs`, access, reads }, async (visit) =>
    (await visits()).showPairs(visit, ports),
  );
  portal.person({ method: 'GET', path: `${agencyPairsPath}/pairs/file`, access, reads }, async (visit) =>
    (await visits()).downloadPairs(visit, ports),
  );
  portal.person({ method: 'POST', path: '/agency/communities/:communityId/open', access }, async (visit) =>
    (await visits()).openCommunity(visit, ports),
  );
  portal.person(
    { method: 'POST', path: '/agency/communities/:communityId/facilitator', access },
    async (visit) => (await visits()).nameFacilitator(visit, ports),
  );
}
