import { walkAgencies } from '@sinau/competency';
import { recountTurned, walkAgency } from '@sinau/compliance';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { AgencyId } from '@sinau/kernel';
import { systemIds } from '@sinau/platform/crypto';
import { createCompetencyParts } from '../shared/competency-parts.ts';
import { createComplianceParts } from '../shared/compliance-parts.ts';

/** People that one run counts at most: some tens of seconds. */
const mostPeople = 2_000;
/** After which no further agency's performance is counted in a run. */
const performanceMs = 30_000;

/**
 * Counts people of agencies for the year that has begun, agency by agency. Tells how many agencies are not through yet; with the
 * first days of a year it is done until the next, and a run reads one row an agency, and the list of those whose maximum has begun anew in between. Competence of agencies that have set standards is counted anew
 * once a day, and after a standard has changed. An agency that fails keeps no other from its turn; when all had theirs, it rejects with
 * what failed.
 */
export function peopleWalk(stores: Parameters<typeof createComplianceParts>[0]): () => Promise<number> {
  return async () => {
    const parts = createComplianceParts(stores);
    const agencies = await createOrganisationStore(stores).listAgencies();
    const agencyIds = agencies.map(({ agencyId }) => agencyId);
    const failures: unknown[] = [];
    let unfinished = 0;
    failures.push(
      ...(await eachAgency(agencyIds, async (agencyId) => {
        // One agency a run: a small one does not wait for a large one longer than for its turn.
        const most = unfinished === 0 ? mostPeople : 0;
        if (!(await walkAgency(parts, { agencyId, most }))) unfinished += 1;
      })),
    );
    let turned = 0;
    failures.push(
      ...(await eachAgency(agencyIds, async (agencyId) => {
        if (turned < mostPeople)
          turned += await recountTurned(parts, { agencyId, most: mostPeople - turned });
      })),
    );
    failures.push(...(await countPerformance(stores, agencyIds).catch((error: unknown) => [error])));
    await walkAgencies(createCompetencyParts({ ...stores, ids: systemIds }), { most: mostPeople }).catch(
      (error: unknown) => failures.push(error),
    );
    if (failures.length > 0) {
      throw new AggregateError(failures, 'people of agencies cannot be counted', { cause: failures[0] });
    }
    return unfinished;
  };
}

const failureOf = (agencyId: AgencyId, cause: unknown): Error =>
  new Error(`people of the agency ${agencyId} cannot be counted`, { cause });

/** Each by itself; what failed. */
export async function eachAgency(
  agencyIds: readonly AgencyId[],
  run: (agencyId: AgencyId) => Promise<void>,
): Promise<readonly Error[]> {
  const failures: Error[] = [];
  for (const agencyId of agencyIds) {
    await run(agencyId).catch((error: unknown) => failures.push(failureOf(agencyId, error)));
  }
  return failures;
}

/** Those whose day it is, the longest ago first: an agency takes reading everybody whose performance was recorded. */
async function countPerformance(
  stores: Parameters<typeof createComplianceParts>[0],
  agencyIds: readonly AgencyId[],
): Promise<readonly Error[]> {
  const { countStandings } = await import('@sinau/annual-plan');
  const { createStandingParts } = await import('../shared/standing-parts.ts');
  const { failed } = await countStandings(createStandingParts(stores), {
    agencyIds,
    mostMs: performanceMs,
  });
  return failed.map(({ agencyId, error }) => failureOf(agencyId, error));
}
