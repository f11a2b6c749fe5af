import { listCatalogue } from '@sinau/catalogue';
import { type Enrolment, listMyEnrolments } from '@sinau/enrolment';
import type { Jp, PersonPrincipal } from '@sinau/kernel';
import { type CourseView, type HomePorts, progressOf, type ResumeView, type ViewerPort } from '@sinau/web';
import { cardOf, cardOfView, providerNames } from './course-cards.ts';
import { type CourseViewDeps, courseViewOf } from './course-view.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

/** 20 JP a year for PNS (PP 11/2017 jo 17/2020, article 203 paragraph 4), the default until credit has rules of its own. */
const yearlyTarget = 2000 as Jp;
const suggestions = 3;

interface Taken {
  readonly enrolment: Enrolment;
  readonly course: CourseView;
}

export function joinHome(deps: PortalDeps, viewers: ViewerPort): HomePorts {
  return {
    homeOf: async (person) => {
      const [taken, viewer] = await Promise.all([coursesTaken(deps, person), viewers.viewerOf(person)]);
      const active = taken.filter(({ course }) => course.enrolment?.state === 'active');
      const [first] = active;
      const suggested = await suggestionsFor(deps, taken);
      return {
        ...(first && { resume: resumeOf(first) }),
        year: yearOf(taken, { now: deps.clock.now(), timeZone: viewer.timeZone }),
        // Assignments and deadlines come with their own domain; until then nothing is required of anybody.
        required: [],
        dueSoon: [],
        active: active.map(({ course }) => cardOfView(course)),
        suggested,
      };
    },
  };
}

/** The person's courses, the one touched last first. */
async function coursesTaken(deps: CourseViewDeps, principal: PersonPrincipal): Promise<readonly Taken[]> {
  const enrolments = await listMyEnrolments(deps, { principal });
  const { personId } = principal;
  return inTurns(enrolments, async (enrolment) => {
    const course = await courseViewOf(deps, { personId, courseId: enrolment.courseId, enrolment });
    return { enrolment, course };
  });
}

function resumeOf({ course, enrolment }: Taken): ResumeView {
  const { next, percent, begun, missing } = progressOf(course);
  const { lastActivityAt } = enrolment;
  return {
    courseId: course.courseId,
    title: course.title,
    provider: course.provider,
    percent,
    begun,
    partsLeft: missing.length,
    ...(next && { partId: next.id, partTitle: next.title }),
    ...(lastActivityAt !== undefined && { lastAt: lastActivityAt }),
  };
}

function yearOf(taken: readonly Taken[], at: { readonly now: Date; readonly timeZone: string }) {
  const yearIn = (date: Date) =>
    Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: at.timeZone }).format(date));
  const year = yearIn(at.now);
  const sum = (courses: readonly CourseView[]) => courses.reduce((all, { jp }) => all + (jp ?? 0), 0) as Jp;
  const courses = taken.map(({ course }) => course);
  return {
    year,
    earned: sum(
      courses.filter(({ enrolment }) => {
        const finished = enrolment?.state === 'completed' ? enrolment.completedAt : undefined;
        return finished !== undefined && yearIn(new Date(finished)) === year;
      }),
    ),
    inProgress: sum(courses.filter(({ enrolment }) => enrolment?.state === 'active')),
    target: yearlyTarget,
  };
}

/** Courses the person does not take yet, in the catalogue's order: there is no ground for a better one so far. */
async function suggestionsFor(deps: PortalDeps, taken: readonly Taken[]) {
  const known = new Set(taken.map(({ course }) => course.courseId));
  const { courses } = await listCatalogue(deps, { limit: Math.min(suggestions + known.size, 100) });
  const fresh = courses.filter(({ courseId }) => !known.has(courseId)).slice(0, suggestions);
  const names = await providerNames(deps, fresh);
  return fresh.map((course) => cardOf(course, names));
}
