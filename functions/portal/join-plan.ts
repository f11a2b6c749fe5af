import type { PersonPrincipal, TimeZone } from '@sinau/kernel';
import {
  type OpenCourse,
  type OwnWeek,
  planRequestSchema,
  readWeek,
  setPlan,
  stopPlan,
  suggest,
} from '@sinau/planning';
import type { PlanPorts, PlanView, ViewerPort } from '@sinau/web';
import { minutesLeftOf } from './course-cards.ts';
import { type CurrentCourses, currentCourses } from './current-courses.ts';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

/** A person's own week; its days are those of their pages. */
export function joinPlan(deps: PortalDeps, viewers: ViewerPort): PlanPorts {
  const writing = async () => ({ plans: await deps.plans(), clock: deps.clock });
  return {
    planOf: async (reader) => {
      const { timeZone } = await viewers.viewerOf(reader);
      const [week, current] = await Promise.all([
        weekOf(deps, reader, timeZone),
        currentCourses(deps, reader.personId),
      ]);
      return planView(week, current);
    },
    set: async (principal, { rev, ...given }) =>
      setPlan(await writing(), { principal, request: requestOfForm(planRequestSchema, given), rev }),
    stop: async (principal, stopped) => stopPlan(await writing(), { principal, stopped }),
  };
}

export async function weekOf(
  deps: Pick<PortalDeps, 'plans' | 'clock'>,
  { personId }: PersonPrincipal,
  zone: TimeZone,
): Promise<OwnWeek> {
  return readWeek({ plans: await deps.plans() }, { personId, zone, now: deps.clock.now() });
}

/** The week with what to do on which day: duties by their date, then what was touched last. */
export function planView({ plan, week, doneSeconds }: OwnWeek, current: CurrentCourses): PlanView {
  const titles = new Map(current.active.map(({ course }) => [course.courseId, course.title]));
  const courses = current.active.flatMap(({ course, enrolment, atProvider }): OpenCourse[] => {
    const minutesLeft = minutesLeftOf(course);
    // What the provider has not opened yet is no suggestion for a day.
    if (minutesLeft === undefined || atProvider) return [];
    const dueOn = enrolment.assignment?.dueOn;
    return [{ courseId: course.courseId, minutesLeft, ...(dueOn !== undefined && { dueOn }) }];
  });
  const suggested = week && suggest(week, courses);
  return {
    ...{ days: plan?.days ?? [], minutes: plan?.minutes ?? 0, rev: plan?.rev ?? 0 },
    ...{ stopped: plan?.stopped === true, doneSeconds },
    ...(plan && { changedAt: plan.changedAt }),
    ...(week && {
      week: {
        ...{ state: week.state, plannedMinutes: week.plannedMinutes },
        days: week.days.map((day) => ({
          ...day,
          suggested: (suggested?.get(day.date) ?? []).map((part) => ({
            ...part,
            title: titles.get(part.courseId) ?? {},
          })),
        })),
      },
    }),
  };
}
