import { walkAgencies } from '@sinau/competency';
import { walkAgency } from '@sinau/compliance';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { AgencyId } from '@sinau/kernel';
import { systemIds } from '@sinau/platform/crypto';
import { createCompetencyParts } from '../shared/competency-parts.ts';
import { createComplianceParts } from '../shared/compliance-parts.ts';

/** People that one run counts at most: some tens of seconds. */
const mostPeople = 2_000;

/**
 * Counts people of agencies for the year that has begun, agency by agency. Tells how many agencies are not through yet; with the
 * first days of a year it is done until the next, and a run reads one row an agency. Competence of agencies that have set standards is counted anew
 * once a day, and after a standard has changed.
 */
export function peopleWalk(stores: Parameters<typeof createComplianceParts>[0]): () => Promise<number> {
  return async () => {
    const parts = createComplianceParts(stores);
    const agencies = await createOrganisationStore(stores).listAgencies();
    let unfinished = 0;
    for (const { agencyId } of agencies) {
      // One agency a run: a small one does not wait for a large one longer than for its turn.
      const most = unfinished === 0 ? mostPeople : 0;
      if (!(await walkAgency(parts, { agencyId, most }))) unfinished += 1;
    }
    await countPerformance(stores, agencies);
    await walkAgencies(createCompetencyParts({ ...stores, ids: systemIds }), { most: mostPeople });
    return unfinished;
  };
}

/** One agency a run is counted anew, of those whose day it is: it reads everybody whose performance was recorded. */
async function countPerformance(
  stores: Parameters<typeof createComplianceParts>[0],
  agencies: readonly { readonly agencyId: AgencyId }[],
): Promise<void> {
  const { countStanding } = await import('@sinau/annual-plan');
  const { createStandingParts } = await import('../shared/standing-parts.ts');
  const parts = createStandingParts(stores);
  for (const { agencyId } of agencies) {
    if ((await countStanding(parts, agencyId)) === 'counted') return;
  }
}
