import type { Clock, ToolPrincipal } from '@sinau/kernel';
import { type CourseSourcedIds, claims, roleUris } from '@sinau/lti';
import { hasRole, type Member } from '@sinau/lti/services';
import type { CourseIdsPort, LtiClientId, LtiTool, LtiToolStore } from '../lti/index.ts';
import { LinkNotFound } from './errors.ts';
import { type LoadedPlace, loadPlace, type PlaceDeps } from './load-place.ts';
import type {
  ContextLink,
  CoursePeoplePort,
  CoursePerson,
  CustomOf,
  ToldPerson,
  ToolPeoplePort,
} from './ports.ts';

export interface RosterDeps extends Pick<PlaceDeps, 'contexts'> {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly coursePeople: Pick<CoursePeoplePort, 'list'>;
  readonly people: Pick<ToolPeoplePort, 'disclose' | 'subjectsOf'>;
  readonly customOf: CustomOf;
  readonly courseIds: CourseIdsPort;
  readonly clock: Clock;
}

/** The roster lags behind enrolment by a second or so; what came in meanwhile is told again next time. */
const lagMs = 10_000;

export interface RosterQuery {
  /** A URI, or the short name of a role in a context. */
  readonly role?: string;
  /** Members as a launch of this link would name them. */
  readonly resourceLinkId?: string;
  /** Changes alone; ISO 8601 UTC. */
  readonly since?: string;
  readonly limit: number;
  readonly after?: string;
  /** Moment of the first page. */
  readonly asOf?: string;
}

export interface RosterPage {
  readonly title: string;
  /** May be fewer than there is room for, and none, while there is `after`. */
  readonly members: readonly Member[];
  readonly after?: string;
  /** Changes from here on are those that this roster may not have shown. */
  readonly asOf: string;
}

/**
 * Who takes the course in a version that has a link of the tool (NRPS 2.0). What is told of them is what a launch would tell, decided
 * anew for each page. Learners alone are members: staff of a provider are in no course.
 */
export async function readRoster(
  deps: RosterDeps,
  input: { readonly tool: ToolPrincipal; readonly courseId: string; readonly query: RosterQuery },
): Promise<RosterPage> {
  const { tool, courseId, query } = input;
  const place = await loadPlace(deps, { tool, courseId });
  const asOf = query.asOf ?? new Date(deps.clock.now().getTime() - lagMs).toISOString();
  const link = linkOf(place, query.resourceLinkId);
  const { title } = place;
  if (query.role !== undefined && !hasRole(roles, query.role)) return { title, members: [], asOf };
  const { since, limit, after } = query;
  const piece = await deps.coursePeople.list({
    ...{ courseId, limit },
    ...(after !== undefined && { after }),
    ...(since !== undefined && { leftSince: since }),
  });
  const versions = new Set((link ? [link] : place.links).flatMap((one) => one.versions));
  const people = piece.people.filter(
    ({ version, changedAt }) => versions.has(version) && (since === undefined || changedAt >= since),
  );
  const members = await membersOf(deps, { tool, place, link, people });
  return { title, members, asOf, ...(piece.next !== undefined && { after: piece.next }) };
}

const roles = [roleUris.learner];

function linkOf(place: LoadedPlace, resourceLinkId: string | undefined): ContextLink | undefined {
  if (resourceLinkId === undefined) return undefined;
  const link = place.links.find((one) => one.resourceLinkId === resourceLinkId);
  if (!link) throw new LinkNotFound();
  return link;
}

async function membersOf(
  deps: RosterDeps,
  given: {
    readonly tool: ToolPrincipal;
    readonly place: LoadedPlace;
    readonly link: ContextLink | undefined;
    readonly people: readonly CoursePerson[];
  },
): Promise<readonly Member[]> {
  const { tool, place, link, people } = given;
  const [gone, here] = [people.filter(({ hasLeft }) => hasLeft), people.filter(({ hasLeft }) => !hasLeft)];
  const idsOf = (some: readonly CoursePerson[]) => some.map(({ personId }) => personId);
  // Of who has left nothing but that is told, and so nothing else is noted as told.
  const subjects = gone.length > 0 ? await deps.people.subjectsOf(tool.providerId, idsOf(gone)) : [];
  const told = here.length > 0 ? await deps.people.disclose(tool.providerId, idsOf(here)) : [];
  const whole = link && (await deps.tools.find(tool.clientId as LtiClientId));
  const sourced = link ? await deps.courseIds.sourcedIdsOf(place.courseId) : {};
  const messageOf = (person: ToldPerson) =>
    link && whole
      ? { message: [messageFor(deps, { tool: whole, link, person, sourced, courseTitle: place.title })] }
      : {};
  return [
    ...told.map((person): Member => ({ status: 'Active', ...memberOf(person), ...messageOf(person) })),
    ...subjects.map((user_id): Member => ({ user_id, roles, status: 'Deleted' })),
  ];
}

function memberOf(person: ToldPerson): Omit<Member, 'status'> {
  const { subject, name, givenName, familyName, email, employeeNumber } = person;
  return {
    user_id: subject,
    roles,
    ...(name !== undefined && { name }),
    ...(givenName !== undefined && { given_name: givenName }),
    ...(familyName !== undefined && { family_name: familyName }),
    ...(email !== undefined && { email }),
    ...(employeeNumber !== undefined && { lis_person_sourcedid: employeeNumber }),
  };
}

function messageFor(
  { customOf }: RosterDeps,
  given: {
    readonly tool: LtiTool;
    readonly link: ContextLink;
    readonly courseTitle: string;
    readonly sourced: CourseSourcedIds;
    readonly person: ToldPerson;
  },
): Readonly<Record<string, unknown>> {
  return { [claims.messageType]: 'LtiResourceLinkRequest', [claims.custom]: customOf(given) };
}
