import { listCatalogue } from '@sinau/catalogue';
import { type Enrolment, isTaken, sortByTouch } from '@sinau/enrolment';
import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import {
  type CourseCard,
  type CourseView,
  type HomePorts,
  type HomeView,
  type PartView,
  partsOf,
  progressOf,
  type ResumeView,
  type ViewerPort,
  type YearView,
} from '@sinau/web';
import { cardOf, cardOfView, providerNames } from './course-cards.ts';
import { type CourseViewDeps, courseViewOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { assignerName } from './standing-view.ts';

const suggestions = 3;

interface Taken {
  readonly enrolment: Enrolment;
  readonly course: CourseView;
  /** The provider has not enrolled yet. */
  readonly atProvider?: true;
}

/** A duty that ends within so many days stands under what is due soon. */
const soonDays = 14;

export function joinHome(deps: PortalDeps, viewers: ViewerPort): HomePorts {
  return {
    homeOf: async (person) => {
      const [current, viewer] = await Promise.all([coursesOf(deps, person), viewers.viewerOf(person)]);
      const taken = current.filter(({ enrolment }) => isTaken(enrolment));
      const active = taken.filter(({ course }) => course.enrolment?.state === 'active');
      const waiting = current.filter(({ enrolment }) => !isTaken(enrolment));
      const [first] = active;
      const now = deps.clock.now();
      const duties = await dutiesOf(deps, [...active, ...waiting], { now, timeZone: viewer.timeZone });
      const given = new Set(duties.map(({ card }) => card.courseId));
      return {
        ...(first && { resume: resumeOf(first) }),
        year: await yearOf(deps, { person, active, now, timeZone: viewer.timeZone }),
        required: duties.filter(({ soon }) => !soon).map(({ card }) => card),
        dueSoon: duties.filter(({ soon }) => soon).map(({ card }) => card),
        active: active.filter(({ course }) => !given.has(course.courseId)).map(activeCard),
        pending: waiting.filter(({ course }) => !given.has(course.courseId)).map(pendingCard),
        suggested: await suggestionsFor(deps, current),
        ...(await lastCertificate(deps, person)),
      };
    },
  };
}

/** Of one row and the certificate it points to. */
async function lastCertificate(
  { credentials }: Pick<PortalDeps, 'credentials'>,
  { personId }: PersonPrincipal,
): Promise<Pick<HomeView, 'certificate'>> {
  const { certificates } = await credentials();
  const [last] = (await certificates.ofPerson(personId, { limit: 1 })).certificates;
  if (!last || last.revoked) return {};
  const { number, course, completedAt } = last;
  return { certificate: { number, title: course.title, completedAt } };
}

/** What the person has before them, the one touched last first. */
async function coursesOf(
  deps: CourseViewDeps & Pick<PortalDeps, 'providerEnrolments'>,
  { personId }: PersonPrincipal,
) {
  const current = await deps.enrolments.listCurrent(personId);
  const view = async (enrolment: Enrolment): Promise<Taken> => {
    const own = isTaken(enrolment) ? { enrolment } : { enrolment: undefined, pending: enrolment };
    const course = await courseViewOf(deps, { personId, courseId: enrolment.courseId, ...own });
    const waits = enrolment.state === 'active' && (await waitsForProvider(deps, enrolment, course));
    return { enrolment, course, ...(waits && { atProvider: true as const }) };
  };
  return inTurns(sortByTouch(current), view);
}

const isElsewhere = ({ content }: PartView): boolean => content === 'lti' || content === 'external';

/** Asked for a course alone that has parts elsewhere. */
export async function waitsForProvider(
  deps: Pick<PortalDeps, 'providerEnrolments'>,
  { registration }: Enrolment,
  course: CourseView,
): Promise<boolean> {
  if (!partsOf(course.outline).some(isElsewhere)) return false;
  const found = await (await deps.providerEnrolments()).find(registration);
  return found !== undefined && found.state !== 'confirmed';
}

function activeCard({ course, atProvider }: Taken): CourseCard {
  return { ...cardOfView(course), ...(atProvider && { pending: 'provider' as const }) };
}

function pendingCard({ enrolment, course }: Taken): CourseCard {
  return { ...cardOfView(course), pending: enrolment.state === 'requested' ? 'requested' : 'waiting' };
}

/** What others require of the person, the nearest date first, those without one last. */
async function dutiesOf(
  deps: Pick<PortalDeps, 'people'>,
  taken: readonly Taken[],
  at: { readonly now: Date; readonly timeZone: string },
) {
  const given = taken.filter(({ enrolment }) => enrolment.assignment);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: at.timeZone });
  const today = day.format(at.now);
  const soonUntil = day.format(new Date(at.now.getTime() + soonDays * 86_400_000));
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
  return [...duties].sort((a, b) => ((a.card.dueAt ?? '9') < (b.card.dueAt ?? '9') ? -1 : 1));
}

function reasonOf(as: 'supervisor' | 'agency', by: string | undefined): LanguageMap {
  const name = by === undefined ? '' : ` (${by})`;
  return as === 'supervisor'
    ? { id: `Ditugaskan atasan Anda${name}`, en: `Assigned by your supervisor${name}` }
    : { id: `Ditugaskan instansi Anda${name}`, en: `Assigned by your agency${name}` };
}

function resumeOf({ course, enrolment, atProvider }: Taken): ResumeView {
  const { next, percent, begun, missing } = progressOf(course);
  const { lastActivityAt } = enrolment;
  return {
    courseId: course.courseId,
    title: course.title,
    provider: course.provider,
    percent,
    begun,
    partsLeft: missing.length,
    // What cannot be opened yet is explained on the page of the course.
    ...(next && !(atProvider && isElsewhere(next)) && { partId: next.id, partTitle: next.title }),
    ...(lastActivityAt !== undefined && { lastAt: lastActivityAt }),
  };
}

/** What counts this year, of one row; beside it what courses state that are running. */
async function yearOf(
  { credit }: Pick<PortalDeps, 'credit'>,
  given: {
    readonly person: PersonPrincipal;
    readonly active: readonly Taken[];
    readonly now: Date;
    readonly timeZone: string;
  },
): Promise<YearView> {
  const { person, active, now, timeZone } = given;
  const year = Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(now));
  const [{ readYear }, desk] = await Promise.all([import('@sinau/credit'), credit()]);
  const inProgress = active.reduce((all, { course }) => all + (course.jp ?? 0), 0) as Jp;
  return { ...(await readYear(desk, { personId: person.personId, year })), inProgress };
}

/** Courses the person does not take yet, in the catalogue's order: there is no ground for a better one so far. */
async function suggestionsFor(deps: PortalDeps, taken: readonly Taken[]) {
  const known = new Set(taken.map(({ course }) => course.courseId));
  const { courses } = await listCatalogue(deps, { limit: Math.min(suggestions + known.size, 100) });
  const fresh = courses.filter(({ courseId }) => !known.has(courseId)).slice(0, suggestions);
  const names = await providerNames(deps, fresh);
  return fresh.map((course) => cardOf(course, names));
}
