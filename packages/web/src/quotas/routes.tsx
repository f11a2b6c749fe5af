import type { Portal } from '../visit.ts';
import type { QuotasPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');
const poolVisits = () => import('./pool-visits.tsx');

/** Seats of agencies at providers, and what they cost: for the agency, and for operators who set them. */
export function registerQuotas(portal: Portal, ports: QuotasPorts): void {
  registerAt(portal, ports, 'agency');
  registerAt(portal, ports, 'operator');
  const access = ['role:agency-admin'] as const;
  const place = 'agency' as const;
  portal.person(
    { method: 'GET', path: '/agency/quotas/seats', access, reads: { what: 'seats' } },
    async (visit) => (await visits()).showSeats({ visit, ports, place }),
  );
  portal.person(
    { method: 'GET', path: '/agency/quotas/seats.csv', access, reads: { what: 'seats' } },
    async (visit) => (await visits()).sendSeats({ visit, ports, place }),
  );
  const pools = '/agency/quotas/:quotaId/pools';
  portal.person({ method: 'GET', path: pools, access }, async (visit) =>
    (await poolVisits()).showPools({ visit, ports }),
  );
  portal.person({ method: 'POST', path: pools, access }, async (visit) =>
    (await poolVisits()).savePools({ visit, ports }),
  );
  const pool = `${pools}/:poolId`;
  const reads = { what: 'seats' } as const;
  portal.person({ method: 'GET', path: pool, access, reads }, async (visit) =>
    (await poolVisits()).showPool({ visit, ports }),
  );
  portal.person({ method: 'POST', path: pool, access }, async (visit) =>
    (await poolVisits()).saveList({ visit, ports }),
  );
  portal.person({ method: 'GET', path: `${pool}/seats.csv`, access, reads }, async (visit) =>
    (await poolVisits()).sendPoolSeats({ visit, ports }),
  );
  portal.person({ method: 'GET', path: '/operator/quotas', access: ['role:operator'] }, async (visit) =>
    (await visits()).showAgencies({ visit, ports, place: 'operator' }),
  );
}

function registerAt(portal: Portal, ports: QuotasPorts, place: 'agency' | 'operator'): void {
  const access = place === 'agency' ? (['role:agency-admin'] as const) : (['role:operator'] as const);
  const base = place === 'agency' ? '/agency/quotas' : '/operator/quotas/:agencyId';
  portal.person({ method: 'GET', path: base, access }, async (visit) =>
    (await visits()).showQuotas({ visit, ports, place }),
  );
  portal.person({ method: 'GET', path: `${base}/new`, access }, async (visit) =>
    (await visits()).showNew({ visit, ports, place }),
  );
  portal.person({ method: 'POST', path: `${base}/new`, access }, async (visit) =>
    (await visits()).create({ visit, ports, place }),
  );
  portal.person({ method: 'GET', path: `${base}/:quotaId/change`, access }, async (visit) =>
    (await visits()).showChange({ visit, ports, place }),
  );
  portal.person({ method: 'POST', path: `${base}/:quotaId/change`, access }, async (visit) =>
    (await visits()).change({ visit, ports, place }),
  );
}
