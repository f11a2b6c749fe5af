import { listCatalogue, type PublishedCourse } from '@sinau/catalogue';
import { isTaken } from '@sinau/enrolment';
import { addDays, daysBetween, type LanguageMap, type PersonPrincipal } from '@sinau/kernel';
import { myObligations } from '@sinau/obligations';
import {
  type CourseCard,
  type HomePorts,
  type HomeView,
  progressOf,
  type ResumeView,
  type ViewerPort,
  type YearView,
} from '@sinau/web';
import { cardOf, cardOfView, providerNames } from './course-cards.ts';
import { aheadOf, type CurrentCourse, type CurrentCourses, currentCourses, jpOf } from './current-courses.ts';
import type { PortalDeps } from './deps.ts';
import { hasPriority } from './has-priority.ts';
import { askedOnce } from './home-sources.ts';
import { inTurns } from './in-turns.ts';
import type { homeHabits } from './join-habits.ts';
import { planView, weekOf } from './join-plan.ts';
import { requiredPathsOf } from './required-path.ts';
import { placeOf } from './resume-place.ts';
import { assignerName } from './standing-view.ts';

const suggestions = 3;
/** As many as a person rarely takes at once, so that one question is enough to find others. */
const firstLook = 24;
const shownCertificates = 3;

/** A duty that ends within so many days stands under what is due soon. */
const soonDays = 14;

/** Everything is asked for at once; only what belongs to courses waits for the list of them (docs/decisions/0047). */
export function joinHome(portal: PortalDeps, viewers: ViewerPort): HomePorts {
  return {
    homeOf: async (person) => {
      const { personId } = person;
      const { timeZone } = await viewers.viewerOf(person);
      const deps = askedOnce(portal, { personId, zone: timeZone });
      const [current, year, week, certificates, published, obligations, evaluations, habits, champion] =
        await Promise.all([
          currentCourses(deps, personId),
          yearOf(deps, person),
          weekOf(deps, person, timeZone),
          lastCertificates(deps, person),
          listCatalogue(deps, { limit: firstLook }),
          obligationsOf(deps, person),
          evaluationsOf(deps, person),
          habitsOf(deps, { personId, zone: timeZone, isOwn: person.viewedBy === undefined }),
          championOf(deps, person),
        ]);
      const { active, pending, takenBack } = current;
      const waits = pending.some(({ enrolment }) => enrolment.state === 'waiting');
      const [duties, fresh, resume, priority] = await Promise.all([
        requiredOf(deps, person, { courses: [...active, ...takenBack, ...pending], today: year.today }),
        freshCourses(deps, published.courses, current),
        active[0] && resumeOf(deps, active[0]),
        waits && hasPriority(deps, person, { isOwn: person.viewedBy === undefined }),
      ]);
      const names = await providerNames(deps, fresh);
      const given = new Set(duties.map(({ card }) => card.courseId));
      const isFree = ({ course }: CurrentCourse) => !given.has(course.courseId);
      const [first] = fresh;
      return {
        ...(resume ? { resume } : first && { first: firstOf(first) }),
        year: yearView(year, current),
        plan: planView(week, current),
        required: duties.filter(({ soon }) => !soon).map(({ card }) => card),
        dueSoon: duties.filter(({ soon }) => soon).map(({ card }) => card),
        active: [...active, ...takenBack].filter(isFree).map(activeCard),
        pending: pending.filter(isFree).map(pendingCard),
        suggested: fresh.map((course) => cardOf(course, names, year.today)),
        certificates,
        ...(obligations.length > 0 && { obligations }),
        ...(evaluations && { evaluations }),
        ...(priority && { priority: true as const }),
        ...(habits && { habits }),
        ...(champion && { champion }),
      };
    },
  };
}

const evaluationsOf = async (
  deps: Pick<PortalDeps, 'evaluations' | 'people'>,
  person: PersonPrincipal,
): Promise<HomeView['evaluations']> =>
  (await import('./join-evaluations.ts')).waitingEvaluations(deps, person);

const habitsOf = async (
  deps: Parameters<typeof joinHome>[0],
  reader: Parameters<typeof homeHabits>[1],
): Promise<HomeView['habits']> => (await import('./join-habits.ts')).homeHabits(deps, reader);

const championOf = async (
  deps: Parameters<typeof joinHome>[0],
  person: PersonPrincipal,
): Promise<HomeView['champion']> => (await import('./join-champions.ts')).firstChampion(deps, person);

const shownObligations = 3;

/** Courses stand among what is required; here is what they are together, and what is not asked of the person now. */
async function obligationsOf(
  { obligations }: Pick<PortalDeps, 'obligations'>,
  { personId }: PersonPrincipal,
): Promise<NonNullable<HomeView['obligations']>> {
  const rounds = await myObligations(await obligations(), personId);
  return rounds
    .filter(
      ({ obligation: { programme }, exempt, done, duties }) => exempt || (programme && done < duties.length),
    )
    .slice(0, shownObligations)
    .map(({ obligation, exempt, done, duties }) => ({
      ...{ title: obligation.programme?.title ?? obligation.title, done, all: duties.length },
      ...(exempt?.kind === 'exempt' && {
        exempt: { reason: exempt.reason, ...(exempt.until !== undefined && { until: exempt.until }) },
      }),
    }));
}

async function lastCertificates(
  { credentials }: Pick<PortalDeps, 'credentials'>,
  { personId }: PersonPrincipal,
): Promise<HomeView['certificates']> {
  const { certificates } = await credentials();
  const last = await certificates.ofPerson(personId, { limit: shownCertificates });
  return last.certificates
    .filter(({ revoked }) => !revoked)
    .map(({ number, course, completedAt }) => ({ number, title: course.title, completedAt }));
}

function activeCard({ course, atProvider }: CurrentCourse): CourseCard {
  const card = cardOfView(course, { waits: atProvider === true });
  return { ...card, ...(atProvider && { pending: 'provider' as const }) };
}

function pendingCard({ enrolment, course }: CurrentCourse): CourseCard {
  return { ...cardOfView(course), pending: enrolment.state === 'requested' ? 'requested' : 'waiting' };
}

/** Courses and paths that others require of the person, the nearest date first, those without one last. */
async function requiredOf(
  deps: PortalDeps,
  person: PersonPrincipal,
  { courses, today }: { readonly courses: readonly CurrentCourse[]; readonly today: string },
) {
  const [duties, paths] = await Promise.all([
    dutiesOf(deps, courses, today),
    requiredPathsOf(deps, person.personId).then(async (required) =>
      required.length === 0
        ? []
        : (await import('./home-paths.ts')).requiredPathCards(deps, person, required),
    ),
  ]);
  const soonUntil = addDays(today, soonDays);
  const due = paths.map(({ card, dueOn }) => ({ card, soon: dueOn <= soonUntil }));
  return [...duties, ...due].toSorted((a, b) => ((a.card.dueAt ?? '9') < (b.card.dueAt ?? '9') ? -1 : 1));
}

async function dutiesOf(deps: Pick<PortalDeps, 'people'>, courses: readonly CurrentCourse[], today: string) {
  const given = courses.filter(({ enrolment }) => enrolment.assignment);
  const soonUntil = addDays(today, soonDays);
  const duties = await inTurns(given, async (one) => {
    const { assignment } = one.enrolment;
    const due = assignment?.dueOn;
    const by = assignment && (await assignerName(deps, assignment));
    const card: CourseCard = {
      ...(isTaken(one.enrolment) ? activeCard(one) : pendingCard(one)),
      reason: reasonOf(assignment?.as ?? 'agency', by),
      // Noon of western Indonesia: the same day in every zone of the country.
      ...(due !== undefined && { dueAt: `${due}T05:00:00.000Z`, overdue: due < today }),
    };
    return { card, soon: due !== undefined && due <= soonUntil };
  });
  return duties;
}

function reasonOf(as: 'supervisor' | 'agency', by: string | undefined): LanguageMap {
  const name = by === undefined ? '' : ` (${by})`;
  return as === 'supervisor'
    ? { id: `Ditugaskan atasan Anda${name}`, en: `Assigned by your supervisor${name}` }
    : { id: `Ditugaskan instansi Anda${name}`, en: `Assigned by your agency${name}` };
}

async function resumeOf(
  deps: Pick<PortalDeps, 'providerDownSince'>,
  current: CurrentCourse,
): Promise<ResumeView> {
  const { course, enrolment } = current;
  const { percent, begun, missing } = progressOf(course);
  const { lastActivityAt } = enrolment;
  return {
    ...{ courseId: course.courseId, title: course.title, provider: course.provider },
    ...{ percent, begun, partsLeft: missing.length, place: await placeOf(deps, current) },
    ...(lastActivityAt !== undefined && { lastAt: lastActivityAt }),
  };
}

/** What counts this year, of one row, and where it leads. */
async function yearOf(
  { credit, clock }: Pick<PortalDeps, 'credit' | 'clock'>,
  { personId }: PersonPrincipal,
) {
  const [{ readYear, forecastYear, leastDays, leastDaysLearned }, desk] = await Promise.all([
    import('@sinau/credit'),
    credit(),
  ]);
  const { days, today, ...sums } = await readYear(desk, { personId, now: clock.now() });
  const { year, minimum } = sums;
  const pace =
    minimum !== undefined && days !== undefined ? forecastYear({ year, today, minimum, days }) : undefined;
  return { sums, today, pace, paceRule: { leastDays, leastDaysLearned } };
}

function yearView(
  { sums, today, pace, paceRule }: Awaited<ReturnType<typeof yearOf>>,
  current: CurrentCourses,
): YearView {
  const { running, planned } = aheadOf(current);
  return {
    ...sums,
    daysLeft: daysBetween(today, `${sums.year}-12-31`),
    ...{ inProgress: jpOf(running), planned: jpOf(planned), paceRule },
    ...(pace && { pace }),
  };
}

/** Courses the person does not take yet, in the catalogue's order: there is no ground for a better one so far. */
async function freshCourses(
  deps: Pick<PortalDeps, 'courses'>,
  published: readonly PublishedCourse[],
  { courseIds }: CurrentCourses,
): Promise<readonly PublishedCourse[]> {
  const isFresh = ({ courseId }: PublishedCourse) => !courseIds.has(courseId);
  const fresh = published.filter(isFresh);
  const known = fresh.length >= suggestions || published.length < firstLook;
  const all = known ? fresh : (await listCatalogue(deps, { limit: 100 })).courses.filter(isFresh);
  return all.slice(0, suggestions);
}

const firstOf = ({ courseId, title, admission }: PublishedCourse): NonNullable<HomeView['first']> => ({
  ...{ courseId, title },
  open: admission.mode === 'open' && admission.opensAt === undefined && admission.closesAt === undefined,
});
