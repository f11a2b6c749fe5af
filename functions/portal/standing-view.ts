import {
  type Assignment,
  dayOf,
  type Enrolment,
  isPending,
  mostPlaces,
  type OpenCourse,
  type Standing,
  windowOf,
} from '@sinau/enrolment';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { CourseView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { hasPriority } from './has-priority.ts';

type Deps = Pick<PortalDeps, 'people' | 'clock' | 'enrolments' | 'organisations' | 'poolLists' | 'priority'>;

type StandingView = Pick<CourseView, 'pending' | 'past' | 'admission' | 'seatTerms'>;

/** A course page's words about the reader: what they wait for, what was before, how one gets in. */
export async function standingView(
  deps: Deps,
  given: {
    readonly standing: Standing;
    readonly open: OpenCourse | undefined;
    readonly decides?: PersonId;
    /** Who may come in yet, and whether they look themselves. */
    readonly comes?: {
      readonly agencyId: AgencyId | undefined;
      readonly courseId: string;
      readonly isOwn: boolean;
    };
  },
): Promise<StandingView> {
  const { standing, open } = given;
  const { current, seats } = standing;
  const pending = current && isPending(current) ? await pendingView(deps, { ...given, current }) : undefined;
  const terms = current ? undefined : await seatTermsOf(deps, given);
  const { opensAt, closesAt, classesFrom, mode } = open?.admission ?? {};
  return {
    past: standing.past.flatMap(pastView),
    ...(pending && { pending }),
    ...(terms && { seatTerms: terms }),
    ...(open &&
      mode && {
        admission: {
          mode,
          window: windowOf(open.admission, deps.clock.now()),
          ...(opensAt !== undefined && { opensAt }),
          ...(closesAt !== undefined && { closesAt }),
          ...(classesFrom !== undefined && { classesFrom }),
          ...(seats && { seats }),
        },
      }),
  };
}

/** What the quotas say of a seat that nobody begins with: that of the course, else that of the provider. */
async function seatTermsOf(
  { enrolments, clock }: Deps,
  { open, comes }: Parameters<typeof standingView>[1],
): Promise<CourseView['seatTerms']> {
  const agencyId = comes?.agencyId;
  if (!comes || agencyId === undefined || open?.providerId === undefined) return undefined;
  const { courseId } = comes;
  const seat = { agencyId, courseId, providerId: open.providerId, day: dayOf(clock.now()) };
  const said = (await enrolments.quotasFor(seat))
    .filter(({ releaseAfterDays }) => releaseAfterDays !== undefined)
    .toSorted((a, b) => (a.target.kind < b.target.kind ? -1 : 1));
  const { releaseAfterDays: releaseDays, noShowDays } = said[0] ?? {};
  return releaseDays === undefined
    ? undefined
    : { releaseDays, ...(noShowDays !== undefined && { noShowDays }) };
}

async function pendingView(
  deps: Deps,
  given: Pick<Parameters<typeof standingView>[1], 'standing' | 'decides' | 'comes'> & {
    readonly current: Enrolment;
  },
): Promise<NonNullable<StandingView['pending']>> {
  const { current, standing, decides, comes } = given;
  const isOwn = comes?.isOwn === true;
  if (current.state === 'requested') {
    const name = decides && (await nameOf(deps, decides));
    return {
      state: 'requested',
      since: current.requestedAt ?? current.enrolledAt,
      ...(name !== undefined && { decides: name }),
    };
  }
  const duty = await dutyView(deps, current.assignment);
  const budget = await waitedLine(deps, current);
  const kept = await keptOf(deps, current);
  const place = standing.place ?? 1;
  return {
    state: 'waiting',
    since: current.waitingSince ?? current.enrolledAt,
    ...{ place, beyond: place > mostPlaces },
    ...(current.waitingQuota !== undefined && { quota: true as const }),
    ...(kept && { kept }),
    ...(budget !== undefined && { budget }),
    ...(duty
      ? { duty }
      : (await mayUsePriority(deps, current, { isOwn })) && { mayUsePriority: true as const }),
  };
}

/** Few agencies keep seats for groups. */
async function keptOf(deps: Deps, { personId, agencyId, waitingQuota: quotaId }: Enrolment) {
  if (agencyId === undefined || quotaId === undefined) return undefined;
  return (await import('./kept-seats.ts')).keptSeats(deps, { personId, agencyId, quotaId });
}

const mayUsePriority = async (
  deps: Deps,
  { personId, waitingRaised }: Enrolment,
  look: { readonly isOwn: boolean },
): Promise<boolean> => !waitingRaised && hasPriority(deps, { personId }, look);

/** The line of the budget whose room is wanting. */
async function waitedLine(
  { enrolments }: Pick<Deps, 'enrolments'>,
  { agencyId, waitingBudget }: Enrolment,
): Promise<string | undefined> {
  if (agencyId === undefined || !waitingBudget) return undefined;
  const line = await enrolments.lineOf(agencyId, waitingBudget.lineId);
  return line ? `${line.code} · ${line.title}` : waitingBudget.lineId;
}

/** Who requires a course, for the learner's own pages. */
export async function dutyView(deps: Pick<PortalDeps, 'people'>, assignment: Assignment | undefined) {
  if (!assignment) return undefined;
  const { as, dueOn, note } = assignment;
  const by = await assignerName(deps, assignment);
  return {
    as,
    ...(by !== undefined && { by }),
    ...(dueOn !== undefined && { dueOn }),
    ...(note !== undefined && { note }),
  };
}

/** Of the person, or of the agency's system. */
export async function assignerName(
  deps: Pick<PortalDeps, 'people'>,
  { by, client }: Assignment,
): Promise<string | undefined> {
  return by === undefined ? client : nameOf(deps, by);
}

async function nameOf({ people }: Pick<PortalDeps, 'people'>, personId: PersonId) {
  return (await people.find(personId))?.name;
}

function endOf(endedBy: Enrolment['endedBy']) {
  if (!endedBy) return {};
  if (endedBy.by === 'provider') return { atProvider: endedBy.reason };
  const behindUntil = endedBy.behind?.until;
  return { notBegunDays: endedBy.days, ...(behindUntil !== undefined && { behindUntil }) };
}

function pastView({
  state,
  enrolledAt,
  completedAt,
  cancelledAt,
  withdrawnAt,
  decision,
  endedBy,
  providerWord,
}: Enrolment): NonNullable<StandingView['past']> {
  if (state === 'completed') {
    const takenBack = providerWord?.takenBack?.at;
    return [{ state, at: completedAt ?? enrolledAt, ...(takenBack !== undefined && { takenBack }) }];
  }
  if (state === 'cancelled') {
    return [{ state, at: cancelledAt ?? enrolledAt, ...endOf(endedBy) }];
  }
  if (state === 'withdrawn') return [{ state, at: withdrawnAt ?? enrolledAt }];
  if (state !== 'declined') return [];
  const reason = decision?.reason;
  return [{ state, at: decision?.at ?? enrolledAt, ...(reason !== undefined && { reason }) }];
}
