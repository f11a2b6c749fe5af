import type { PersonPrincipal, Signer } from '@sinau/kernel';
import { type Assigner, agencyOf, assigningOffice } from './authority.ts';
import type { Enrolment } from './enrolment.ts';
import { type ListedEnrolments, readPage, teamEnrolments } from './list-requests.ts';
import type { EnrolmentStore, LearnerDirectory } from './ports.ts';

/** Duties of the signed-in supervisor's team, the newest first. */
export async function listTeamAssignments(
  deps: { readonly enrolments: EnrolmentStore; readonly learners: LearnerDirectory },
  input: { readonly principal: PersonPrincipal },
): Promise<readonly Enrolment[]> {
  const all = await teamEnrolments(deps, input);
  const at = ({ assignment }: Enrolment) => assignment?.at ?? '';
  return all.filter(({ assignment }) => assignment).sort((a, b) => (at(a) > at(b) ? -1 : 1));
}

/**
 * What the administrator's agency and its supervisors have assigned to people who are its own now, the newest first. Whoever
 * has left takes their duties along, and the agency out of sight.
 */
export async function listAgencyAssignments(
  deps: { readonly enrolments: EnrolmentStore; readonly learners: LearnerDirectory; readonly signer: Signer },
  input: { readonly principal: Assigner; readonly pageToken?: string },
): Promise<ListedEnrolments> {
  const agencyId = agencyOf(input.principal);
  if (!agencyId) return { enrolments: [] };
  const list = (page: { readonly after?: string }) =>
    deps.enrolments.listAssigned(agencyId, { limit: 50, ...page });
  const { enrolments, ...rest } = await readPage(deps, { ...input, purpose: 'assignments', list });
  const places = new Map(
    await Promise.all(
      [...new Set(enrolments.map(({ personId }) => personId))].map(
        async (personId) => [personId, await deps.learners.placeOf(personId)] as const,
      ),
    ),
  );
  const isOurs = ({ personId }: Enrolment) => {
    const place = places.get(personId);
    return place !== undefined && assigningOffice(input.principal, place)?.as === 'agency';
  };
  return { enrolments: enrolments.filter(isOurs), ...rest };
}
