import type { PersonPrincipal, Signer } from '@sinau/kernel';
import { type Assigner, agencyOf } from './authority.ts';
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

/** What the administrator's agency and its supervisors have assigned, the newest first. */
export async function listAgencyAssignments(
  deps: { readonly enrolments: EnrolmentStore; readonly signer: Signer },
  input: { readonly principal: Assigner; readonly pageToken?: string },
): Promise<ListedEnrolments> {
  const agencyId = agencyOf(input.principal);
  if (!agencyId) return { enrolments: [] };
  const list = (page: { readonly after?: string }) =>
    deps.enrolments.listAssigned(agencyId, { limit: 50, ...page });
  return readPage(deps, { ...input, purpose: 'assignments', list });
}
