import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { EnrolmentStore, LearnerDirectory } from '@sinau/enrolment';
import type { LearningStore } from '@sinau/external-learning';
import type { OrganisationStore, PeopleStore } from '@sinau/identity';
import { type AgencyId, answerDays, type Clock, daysBetween, type PersonId } from '@sinau/kernel';
import type { MailQueue, NoticeContent, NoticeStore } from '@sinau/notifications';
import { type EventStore, requestsOfAgency, type SeatStore } from '@sinau/programmes';
import { holdersOf, tell } from '../shared/tell.ts';

export interface AskAgainDeps {
  readonly organisations: Pick<OrganisationStore, 'listAgencies'>;
  readonly enrolments: Pick<EnrolmentStore, 'listRequested'>;
  readonly learnings: Pick<LearningStore, 'listWaiting'>;
  readonly events: Pick<EventStore, 'find' | 'findMany'>;
  readonly eventSeats: Pick<SeatStore, 'requestedOf'>;
  readonly learners: Pick<LearnerDirectory, 'placeOf'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly people: PeopleStore;
  readonly notices: NoticeStore;
  readonly mail: MailQueue;
  readonly clock: Clock;
  readonly onMailFailure: (error: unknown) => void;
}

/** Something that waits for the supervisor of a person. */
interface Asked {
  /** The same for the same request, however often it is looked at. */
  readonly id: string;
  readonly personId: PersonId;
  readonly since: string;
  readonly contentFor: (
    desk: 'team' | 'agency',
    again: 'supervisor' | 'agency',
  ) => Promise<NoticeContent & { readonly link: string }>;
}

/** A day that was missed is made up for on the next one; after that nobody is told late. */
const slackDays = 1;
const portion = 50;

/**
 * Asks supervisors who have not answered once more after a week, and tells the agency after two that it may answer as well. What
 * waits longest comes first, so a look at an agency ends with the first that is younger than a week. Each is told once, by the id
 * of its notice.
 */
export async function askAgain(deps: AskAgainDeps): Promise<number> {
  let told = 0;
  for (const { agencyId } of await deps.organisations.listAgencies()) {
    for await (const asked of waitingIn(deps, agencyId)) {
      const days = daysBetween(asked.since.slice(0, 10), deps.clock.now().toISOString().slice(0, 10));
      if (days < answerDays.askedAgain) break;
      if (isDay(days, answerDays.askedAgain)) told += await askSupervisor(deps, asked);
      if (isDay(days, answerDays.agencyToo)) told += await tellAgency(deps, agencyId, asked);
    }
  }
  return told;
}

const isDay = (days: number, day: number): boolean => days >= day && days <= day + slackDays;

async function askSupervisor(deps: AskAgainDeps, { id, personId, contentFor }: Asked): Promise<number> {
  const supervisorId = await supervisorOf(deps, personId);
  if (supervisorId === undefined) return 0;
  const eventId = `asked-again:${id}:${supervisorId}`;
  await tell(deps, { eventId, personId: supervisorId }, await contentFor('team', 'supervisor'));
  return 1;
}

async function tellAgency(
  deps: AskAgainDeps,
  agencyId: AgencyId,
  { id, personId, contentFor }: Asked,
): Promise<number> {
  const supervisorId = await supervisorOf(deps, personId);
  // Without one it has been the agency's matter from the beginning.
  if (supervisorId === undefined) return 0;
  const content = await contentFor('agency', 'agency');
  const admins = await holdersOf(deps, { kind: 'agency', agencyId }, 'agency-admin');
  const others = admins.filter((admin) => admin !== personId && admin !== supervisorId);
  for (const admin of others) {
    await tell(deps, { eventId: `asked-agency:${id}:${admin}`, personId: admin }, content);
  }
  return others.length;
}

async function supervisorOf(
  { learners }: Pick<AskAgainDeps, 'learners'>,
  personId: PersonId,
): Promise<PersonId | undefined> {
  const supervisorId = (await learners.placeOf(personId))?.supervisorId;
  return supervisorId === personId ? undefined : supervisorId;
}

/** Requests for courses, proposals of learning elsewhere, requests for events; each list by how long it waits. */
async function* waitingIn(deps: AskAgainDeps, agencyId: AgencyId): AsyncGenerator<Asked> {
  const ofCourses = merged(requestsIn(deps, agencyId), proposalsIn(deps, agencyId));
  yield* merged(ofCourses, eventsIn(deps, agencyId));
}

/** Of two lists that are in order, one. */
async function* merged(one: AsyncGenerator<Asked>, other: AsyncGenerator<Asked>): AsyncGenerator<Asked> {
  let [a, b] = await Promise.all([one.next(), other.next()]);
  while (!a.done || !b.done) {
    if (!a.done && (b.done || a.value.since <= b.value.since)) {
      yield a.value;
      a = await one.next();
    } else if (!b.done) {
      yield b.value;
      b = await other.next();
    }
  }
}

async function* requestsIn(deps: AskAgainDeps, agencyId: AgencyId): AsyncGenerator<Asked> {
  let after: string | undefined;
  do {
    const page = { limit: portion, ...(after !== undefined && { after }) };
    const { enrolments, next } = await deps.enrolments.listRequested(agencyId, page);
    for (const { registration, personId, courseId, requestedAt } of enrolments) {
      if (requestedAt === undefined) continue;
      yield {
        ...{ id: registration, personId, since: requestedAt },
        contentFor: async (desk, again) => {
          const course = await deps.courses.find(courseId as CourseId);
          const params = { courseTitle: course?.title ?? {}, learner: await nameOf(deps, personId), again };
          return { kind: 'enrolment-requested', params, link: `/${desk}/approvals/${registration}` };
        },
      };
    }
    after = next;
  } while (after !== undefined);
}

async function* proposalsIn(deps: AskAgainDeps, agencyId: AgencyId): AsyncGenerator<Asked> {
  let after: string | undefined;
  do {
    const page = { limit: portion, ...(after !== undefined && { after }) };
    const { learnings, next } = await deps.learnings.listWaiting(agencyId, page);
    for (const { learningId, personId, state, waitingSince, details } of learnings) {
      // What waits for the agency anyway stands in its queue.
      if (state !== 'submitted' || waitingSince === undefined) continue;
      yield {
        ...{ id: `${learningId}:${waitingSince}`, personId, since: waitingSince },
        contentFor: async (desk, again) => {
          const learner = await nameOf(deps, personId);
          const params = { title: details.title, learner, asks: 'proposal' as const, again };
          const link = `/${desk}/external/${personId}/${learningId}`;
          return { kind: 'external-learning-waiting', params, link };
        },
      };
    }
    after = next;
  } while (after !== undefined);
}

async function* eventsIn(deps: AskAgainDeps, agencyId: AgencyId): AsyncGenerator<Asked> {
  for (const { seat, event } of await requestsOfAgency({ ...deps, seats: deps.eventSeats }, agencyId)) {
    const { eventId, personId, since } = seat;
    yield {
      ...{ id: `${eventId}:${personId}:${since}`, personId, since },
      contentFor: async (desk, again) => ({
        kind: 'event-requested',
        params: { title: event.title, learner: await nameOf(deps, personId), again },
        link: desk === 'team' ? '/team/events' : '/agency/event-requests',
      }),
    };
  }
}

const nameOf = async ({ people }: Pick<AskAgainDeps, 'people'>, personId: PersonId): Promise<string> =>
  (await people.find(personId))?.name ?? '–';
