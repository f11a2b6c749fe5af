import type { Clock, Ids, ToolPrincipal } from '@sinau/kernel';
import { type CourseSourcedIds, claims, roleUris, toldAttributes } from '@sinau/lti';
import { hasRole, type Member } from '@sinau/lti/services';
import type { CourseIdsPort, LtiClientId, LtiTool, LtiToolStore } from '../lti/index.ts';
import { LinkNotFound } from './errors.ts';
import { type LoadedPlace, loadPlace, type PlaceDeps } from './load-place.ts';
import type {
  ContextLink,
  CoursePeoplePort,
  CoursePerson,
  CustomParameters,
  KnownPerson,
  ToldPerson,
  ToolPeoplePort,
} from './ports.ts';

export interface RosterDeps extends Pick<PlaceDeps, 'contexts'> {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly coursePeople: Pick<CoursePeoplePort, 'list'>;
  readonly people: Pick<ToolPeoplePort, 'lookAt' | 'noteTold' | 'subjectsOf'>;
  readonly custom: CustomParameters;
  readonly courseIds: CourseIdsPort;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
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
  /** The reading before, whose own findings its reader has been told. */
  readonly known?: string;
  readonly limit: number;
  readonly after?: string;
  /** Moment and name of the reading, given by its first page. */
  readonly asOf?: string;
  readonly reading?: string;
}

export interface RosterPage {
  readonly title: string;
  /** May be fewer than there is room for, and none, while there is `after`. */
  readonly members: readonly Member[];
  readonly after?: string;
  /** Changes from here on are those that this roster may not have shown. */
  readonly asOf: string;
  readonly reading: string;
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
  const reading = query.reading ?? deps.ids.uuid();
  const asOf = query.asOf ?? new Date(deps.clock.now().getTime() - lagMs).toISOString();
  const link = linkOf(place, query.resourceLinkId);
  const { title } = place;
  if (query.role !== undefined && !hasRole(roles, query.role)) return { title, members: [], asOf, reading };
  const { since, limit, after } = query;
  const piece = await deps.coursePeople.list({
    ...{ courseId, limit },
    ...(after !== undefined && { after }),
    ...(since !== undefined && { leftSince: since }),
  });
  const versions = new Set((link ? [link] : place.links).flatMap((one) => one.versions));
  const people = piece.people.filter(({ version }) => versions.has(version));
  const { gone, here } = await peopleTold(deps, { providerId: tool.providerId, people, query, reading });
  const away = since === undefined ? [] : movedAway(piece.people, { versions, since });
  const members = await membersOf(deps, { tool, place, link, here, gone: [...gone, ...away] });
  return { title, members, asOf, reading, ...(piece.next !== undefined && { after: piece.next }) };
}

/**
 * Of all that is read, whom the answer is about. Somebody has changed who came, moved or left, and of whom another thing can be told than
 * before, whatever the cause: a new name, an agreement that began or ended. Looking costs a page of changes what a page of the roster
 * does. What the reading before has found itself, it has told.
 */
async function peopleTold(
  deps: Pick<RosterDeps, 'people'>,
  given: {
    readonly providerId: ToolPrincipal['providerId'];
    readonly people: readonly CoursePerson[];
    readonly query: RosterQuery;
    readonly reading: string;
  },
): Promise<{ readonly gone: readonly CoursePerson[]; readonly here: readonly KnownPerson[] }> {
  const { providerId, people, reading } = given;
  const { since = '', known: before } = given.query;
  const staying = people.filter(({ hasLeft }) => !hasLeft);
  const looked =
    staying.length === 0
      ? []
      : await deps.people.lookAt(
          providerId,
          staying.map(({ personId }) => personId),
          reading,
        );
  const here = looked.filter(({ changed }, n) => {
    if ((staying[n]?.changedAt ?? '') >= since) return true;
    return changed !== undefined && changed.at >= since && changed.reading !== before;
  });
  return { gone: people.filter(({ hasLeft, changedAt }) => hasLeft && changedAt >= since), here };
}

/**
 * Who has gone over to a version without the link, whether they take that one still or have left it too. Where they came from is not
 * kept: it was an older version, and the tool may never have met who was on one without it. It hears of no more than their pseudonym.
 */
function movedAway(
  people: readonly CoursePerson[],
  { versions, since }: { readonly versions: ReadonlySet<number>; readonly since: string },
): readonly CoursePerson[] {
  const oldest = Math.min(...versions);
  return people.filter(
    ({ version, movedAt = '' }) => !versions.has(version) && movedAt >= since && oldest < version,
  );
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
    readonly gone: readonly CoursePerson[];
    readonly here: readonly KnownPerson[];
  },
): Promise<readonly Member[]> {
  const { tool, place, link, gone, here } = given;
  const { providerId } = tool;
  const whole = link && (await deps.tools.find(tool.clientId as LtiClientId));
  const of = link && whole && { link, tool: whole };
  const wishes = of ? deps.custom.wishesOf(of) : {};
  const told = here.map((person) => ({ person, attributes: toldAttributes('roster', person, wishes) }));
  if (told.length > 0) await deps.people.noteTold(providerId, told);
  // Of who has left nothing but that is told, and so nothing else is noted as told.
  const goneIds = gone.map(({ personId }) => personId);
  const subjects = gone.length > 0 ? await deps.people.subjectsOf(providerId, goneIds) : [];
  const sourced = link ? await deps.courseIds.sourcedIdsOf(place.courseId) : {};
  const messageOf = (person: ToldPerson) =>
    of ? { message: [messageFor(deps, { ...of, person, sourced, courseTitle: place.title })] } : {};
  return [
    ...here.map((person): Member => ({ status: 'Active', ...memberOf(person), ...messageOf(person) })),
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
  { custom }: RosterDeps,
  given: {
    readonly tool: LtiTool;
    readonly link: ContextLink;
    readonly courseTitle: string;
    readonly sourced: CourseSourcedIds;
    readonly person: ToldPerson;
  },
): Readonly<Record<string, unknown>> {
  return { [claims.messageType]: 'LtiResourceLinkRequest', [claims.custom]: custom.fillIn(given) };
}
