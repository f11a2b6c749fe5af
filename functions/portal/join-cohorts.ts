import type { AgencyId, LanguageMap, PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  applyToCohort,
  type Cohort,
  type CohortForReader,
  type CohortId,
  CohortNotFound,
  type CohortSubject,
  cohortCalendar,
  confirmCohortOffer,
  decideCohortRequest,
  idOfHall,
  isActive,
  isNaming,
  leaveCohort,
  listCohortRequests,
  listCohorts,
  listOwnCohorts,
  localDayOf,
  nominate,
  type PathId,
  readCohort,
  startOf,
  stepsOfTeam,
} from '@sinau/programmes';
import type { CohortCard, CohortsPorts, CohortView, NamingView } from '@sinau/web';
import type { CohortDesk } from '../shared/cohort-parts.ts';
import { rankOf, sealedRoster } from './cohort-roster.ts';
import type { PortalDeps } from './deps.ts';
import { hasPriority } from './has-priority.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<PortalDeps, 'cohorts' | 'priority' | 'people' | 'clock' | 'signer' | 'portalOrigin'>;

/** Cohorts as whoever learns, their supervisor, and whoever looks after one see them. */
export function joinCohorts(deps: Deps): CohortsPorts {
  return {
    ...reading(deps),
    ...takingPart(deps),
    ...team(deps),
    ...days(deps),
    sheet: async (table, how) => (await import('../shared/sheet-file.ts')).sheetFile(table, how),
  };
}

const at = (principal: PersonPrincipal, cohortId: string) => ({ principal, cohortId: cohortId as CohortId });

function reading(deps: Deps): Pick<CohortsPorts, 'list' | 'cohortOf' | 'rosterOf'> {
  return {
    async list(principal) {
      const desk = await deps.cohorts();
      const [open, own] = await Promise.all([listCohorts(desk, principal), listOwnCohorts(desk, principal)]);
      return {
        open: await inTurns(open, (cohort) => cohortCard(desk, cohort)),
        own: await inTurns(own, async ({ cohort, seat }) => ({
          ...(await cohortCard(desk, cohort)),
          seat: seat.state,
        })),
      };
    },
    cohortOf: async (principal, cohortId) =>
      viewOf(deps, principal, await readCohort(await deps.cohorts(), at(principal, cohortId))),
    async rosterOf(principal, cohortId, after) {
      const desk = await deps.cohorts();
      const { cohort, plan } = await readCohort(desk, at(principal, cohortId));
      // The page asks for it where the reader looks after the cohort.
      if (cohort.facilitatorId !== principal.personId) return { rows: [] };
      const asked = { by: principal, page: after };
      const { rows, ...next } = await sealedRoster({ ...deps, desk }, { cohort, plan }, asked);
      // Who was rewarded is for the person and the agency to know.
      return { rows: rows.map(({ rank: _, ...row }) => row), ...next };
    },
  };
}

/** Days of steps, and who is late with them. */
function days(deps: Deps): Pick<CohortsPorts, 'lateOf' | 'calendarOf'> {
  return {
    async lateOf(principal, cohortId, ask) {
      const desk = await deps.cohorts();
      const { cohort, plan } = await readCohort(desk, at(principal, cohortId));
      if (cohort.facilitatorId !== principal.personId) throw new CohortNotFound();
      return (await import('./cohort-late.ts')).lateIn({ ...deps, desk }, { cohort, plan }, ask);
    },
    calendarOf: async (principal, cohortId) =>
      cohortCalendar(await deps.cohorts(), {
        ...{ ...at(principal, cohortId), name: 'Angkatan Sinau' },
        urlOf: (id) => `${deps.portalOrigin}/cohorts/${encodeURIComponent(id)}`,
      }),
  };
}

function takingPart(deps: Deps): Pick<CohortsPorts, 'apply' | 'confirm' | 'leave'> {
  return {
    async apply(principal, cohortId) {
      await applyToCohort(await deps.cohorts(), at(principal, cohortId));
    },
    confirm: async (principal, cohortId) => confirmCohortOffer(await deps.cohorts(), at(principal, cohortId)),
    leave: async (principal, cohortId) => leaveCohort(await deps.cohorts(), at(principal, cohortId)),
  };
}

function team(deps: Deps): Pick<CohortsPorts, 'teamOf' | 'decide' | 'nominate'> {
  return {
    async teamOf(principal) {
      const desk = await deps.cohorts();
      const requests = await inTurns(
        await listCohortRequests(desk, { principal }),
        async ({ cohort, seat }) => {
          const { capacity, taken, waiting } = await desk.seats.counts(idOfHall(cohort.cohortId));
          return {
            ...{ cohortId: cohort.cohortId, personId: seat.personId, cohort: cohort.name, waiting },
            name: (await deps.people.find(seat.personId))?.name ?? '–',
            free: Math.max(capacity - taken, 0),
          };
        },
      );
      const late = await stepsOfTeam(desk, { supervisorId: principal.personId });
      const people = await deps.people.findMany([...new Set(late.map(({ personId }) => personId))]);
      const names = new Map(people.map(({ personId, name }) => [personId, name]));
      return {
        ...{ requests, naming: await namingOf(deps, principal) },
        steps: late.map(({ personId, cohort, title, on, isLate }) => ({
          ...{ name: names.get(personId) ?? '–', cohortId: cohort.cohortId, cohort: cohort.name },
          ...{ title, dueOn: on, isLate },
        })),
      };
    },
    async decide(principal, { cohortId, personId, reason }) {
      await decideCohortRequest(await deps.cohorts(), {
        ...{ ...at(principal, cohortId), personId: personId as PersonId },
        ...(reason !== undefined && { reason }),
      });
    },
    async nominate(principal, cohortId, personIds) {
      const asked = { ...at(principal, cohortId), personIds: personIds as readonly PersonId[] };
      const { refused, ...counts } = await nominate(await deps.cohorts(), asked);
      const people = await deps.people.findMany(refused);
      return { ...counts, refused: people.map(({ name }) => name) };
    },
  };
}

/** Cohorts that take nominations, with those of the team who are not in them. */
async function namingOf(deps: Deps, principal: PersonPrincipal): Promise<readonly NamingView[]> {
  const desk = await deps.cohorts();
  const teamIds = await desk.people.teamOf(principal.personId);
  const members = await deps.people.findMany(teamIds);
  const cohorts = new Map<string, { readonly cohort: Cohort; readonly people: [string, string][] }>();
  for (const { personId, name } of members) {
    const open = (await listCohorts(desk, { personId })).filter((cohort) => isNaming(cohort, deps.clock));
    for (const cohort of open) {
      const seat = await desk.seats.find(idOfHall(cohort.cohortId), personId);
      const known = cohorts.get(cohort.cohortId) ?? { cohort, people: [] };
      if (!isActive(seat?.state)) known.people.push([personId, name]);
      cohorts.set(cohort.cohortId, known);
    }
  }
  return inTurns([...cohorts.values()], async ({ cohort, people }) => {
    const { capacity, taken, waiting } = await desk.seats.counts(idOfHall(cohort.cohortId));
    const { cohortId, name, startsOn, applyUntil } = cohort;
    return { cohortId, name, startsOn, applyUntil, people, free: Math.max(capacity - taken, 0), waiting };
  });
}

/** Names of paths are those of the version that the cohort goes by. */
export async function subjectView(
  { paths }: Pick<CohortDesk, 'paths'>,
  subject: CohortSubject,
): Promise<CohortCard['subject']> {
  if (subject.kind === 'course') return { kind: 'course', id: subject.courseId, title: subject.title };
  const version = await paths.version(subject.pathId as PathId, subject.version);
  const title: LanguageMap = { id: version?.terms.title ?? '–' };
  return { kind: 'path', id: subject.pathId, title };
}

export async function cohortCard(desk: Pick<CohortDesk, 'paths'>, cohort: Cohort): Promise<CohortCard> {
  const { cohortId, name, state, startsOn, endsOn, applyUntil, subject } = cohort;
  return {
    ...{ cohortId, name, state, startsOn, endsOn, applyUntil },
    subject: await subjectView(desk, subject),
  };
}

async function viewOf(
  deps: Deps,
  { personId, agencyId, viewedBy }: PersonPrincipal,
  read: CohortForReader,
): Promise<CohortView> {
  const { cohort, counts, standing } = read;
  const { about, admission, capacity, zone, cancelReason, facilitatorId, dueDays } = cohort;
  const today = localDayOf(deps.clock.now().toISOString(), zone);
  const days = new Map(dueDays.map(({ stepId, on }) => [stepId, on]));
  const facilitator = facilitatorId && (await deps.people.find(facilitatorId))?.name;
  return {
    ...(await cohortCard(await deps.cohorts(), cohort)),
    ...(about !== undefined && { about }),
    ...{ admission, capacity, zone, taken: counts.taken, waiting: counts.waiting },
    ...(cancelReason !== undefined && { cancelReason }),
    ...(facilitator !== undefined && { facilitator }),
    mayApply: mayApply(deps, read, agencyId),
    ...(read.seat && {
      place: await placeOf(deps, read, { seat: read.seat, isOwn: viewedBy === undefined }),
    }),
    steps: standing.groups
      .flatMap(({ steps }) => steps)
      .map(({ step, state }) => {
        const dueOn = days.get(step.stepId);
        const isLate = dueOn !== undefined && dueOn < today && state !== 'done';
        return { title: step.title, state, isLate, ...(dueOn !== undefined && { dueOn }) };
      }),
    ...{ needed: standing.needed, done: standing.done },
    isFacilitator: facilitatorId === personId,
  };
}

function mayApply(deps: Deps, { cohort, seat }: CohortForReader, agencyId: AgencyId | undefined): boolean {
  return (
    agencyId !== undefined &&
    cohort.admission !== 'nomination' &&
    isNaming(cohort, deps.clock) &&
    !isActive(seat?.state)
  );
}

async function placeOf(
  deps: Deps,
  { cohort, ahead }: CohortForReader,
  { seat, isOwn }: { readonly seat: NonNullable<CohortForReader['seat']>; readonly isOwn: boolean },
): Promise<NonNullable<CohortView['place']>> {
  const { state, offeredUntil, reason } = seat;
  const rank = rankOf(seat);
  const isAhead = cohort.state === 'open' && startOf(cohort) > deps.clock.now().toISOString();
  const mayUse =
    state === 'waiting' && rank === undefined && isAhead && (await hasPriority(deps, seat, { isOwn }));
  return {
    state,
    ...(rank !== undefined && { rank }),
    ...(mayUse && { mayUsePriority: true as const }),
    ...(isAhead && offeredUntil !== undefined && { offeredUntil }),
    ...(ahead !== undefined && { ahead }),
    ...(reason !== undefined && { reason }),
    mayLeave: isActive(state) && cohort.state === 'open',
  };
}
