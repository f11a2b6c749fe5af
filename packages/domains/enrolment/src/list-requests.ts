import {
  type Clock,
  InvalidInput,
  openPageToken,
  type PersonPrincipal,
  type Signer,
  sealPageToken,
} from '@sinau/kernel';
import { type Assigner, agencyOf, decidingOffice } from './authority.ts';
import type { Enrolment } from './enrolment.ts';
import type { EnrolmentPage, EnrolmentStore, LearnerDirectory } from './ports.ts';

export interface ListedEnrolments {
  readonly enrolments: readonly Enrolment[];
  /** For the next page; bound to this caller. */
  readonly nextPageToken?: string;
}

const pageSize = 50;

/** Requests of the signed-in supervisor's team, the oldest first. Read for the team as it is now. */
export async function listTeamRequests(
  deps: { readonly enrolments: EnrolmentStore; readonly learners: LearnerDirectory },
  input: { readonly principal: PersonPrincipal },
): Promise<readonly Enrolment[]> {
  const all = await teamEnrolments(deps, input);
  return all
    .filter(({ state }) => state === 'requested')
    .sort((a, b) => ((a.requestedAt ?? '') < (b.requestedAt ?? '') ? -1 : 1));
}

/** Everything that the team has not put behind it. */
export async function teamEnrolments(
  deps: { readonly enrolments: EnrolmentStore; readonly learners: LearnerDirectory },
  input: { readonly principal: PersonPrincipal },
): Promise<readonly Enrolment[]> {
  const team = await deps.learners.teamOf(input.principal.personId);
  const found: Enrolment[] = [];
  // A few at a time: a team is small, and its page need not hurry.
  for (let n = 0; n < team.length; n += 10) {
    const lists = await Promise.all(
      team.slice(n, n + 10).map((personId) => deps.enrolments.listCurrent(personId)),
    );
    found.push(...lists.flat());
  }
  return found;
}

/** Requests of the agency's people that its administrators decide on: those who have no supervisor, or one who does not answer. Oldest first. */
export async function listAgencyRequests(
  deps: {
    readonly enrolments: EnrolmentStore;
    readonly learners: LearnerDirectory;
    readonly signer: Signer;
    readonly clock: Clock;
  },
  input: { readonly principal: PersonPrincipal; readonly pageToken?: string },
): Promise<ListedEnrolments> {
  const { principal } = input;
  const { agencyId } = principal;
  if (!agencyId) return { enrolments: [] };
  const list = (page: { readonly after?: string }) =>
    deps.enrolments.listRequested(agencyId, { limit: pageSize, ...page });
  const { enrolments, nextPageToken } = await readPage(deps, { ...input, purpose: 'requests', list });
  const mine: Enrolment[] = [];
  for (const request of enrolments) {
    const { personId, requestedAt = request.enrolledAt } = request;
    const place = personId === principal.personId ? undefined : await deps.learners.placeOf(personId);
    const asked = place && { personId, requestedAt, place, now: deps.clock.now() };
    if (asked && decidingOffice(principal, asked) === 'agency') mine.push(request);
  }
  return { enrolments: mine, ...(nextPageToken !== undefined && { nextPageToken }) };
}

/** One page of a list by signed tokens. */
export async function readPage(
  deps: { readonly signer: Signer },
  input: {
    readonly principal: Assigner;
    readonly purpose: 'requests' | 'assignments';
    readonly pageToken?: string;
    readonly list: (page: { readonly after?: string }) => Promise<EnrolmentPage>;
  },
): Promise<ListedEnrolments> {
  const { principal, pageToken } = input;
  const who = principal.kind === 'person' ? principal.personId : principal.clientId;
  const purpose = `${input.purpose} ${agencyOf(principal)} ${who}`;
  const after = pageToken === undefined ? undefined : openPageToken(deps.signer, purpose, pageToken);
  if (pageToken !== undefined && typeof after !== 'string') {
    throw new InvalidInput('This page link is not valid any more. Start from the first page.');
  }
  const { enrolments, next } = await input.list(typeof after === 'string' ? { after } : {});
  return {
    enrolments,
    ...(next !== undefined && { nextPageToken: sealPageToken(deps.signer, purpose, next) }),
  };
}
