import {
  addDays,
  type LocalDate,
  localDateOf,
  type PersonId,
  startOfLocalDay,
  type TimeZone,
} from '@sinau/kernel';
import type { WeeklyPlan } from './plan.ts';
import { mondayOf, type PlannedWeek, planWeek } from './plan-week.ts';
import type { PlanningStore } from './ports.ts';
import { timeByDay } from './time-by-day.ts';

export interface OwnWeek {
  /** Absent: they have never made one. */
  readonly plan?: WeeklyPlan;
  /** Given for a plan that is followed. */
  readonly week?: PlannedWeek;
  readonly today: LocalDate;
  /** Of this week, with a plan or without. */
  readonly doneSeconds: number;
}

/** A session may have begun the day before its week. */
const dayMs = 86_400_000;

/** One row and one short query, whatever somebody has learned. */
export async function readWeek(
  { plans }: { readonly plans: Pick<PlanningStore, 'find' | 'sessionsOf'> },
  { personId, zone, now }: { readonly personId: PersonId; readonly zone: TimeZone; readonly now: Date },
): Promise<OwnWeek> {
  const today = localDateOf(now.getTime(), zone);
  const monday = mondayOf(today);
  const span = {
    from: new Date(startOfLocalDay(monday, zone) - dayMs).toISOString(),
    until: new Date(startOfLocalDay(addDays(monday, 7), zone)).toISOString(),
  };
  const [plan, sessions] = await Promise.all([plans.find(personId), plans.sessionsOf(personId, span)]);
  const done = timeByDay(sessions, zone);
  const ofWeek = [...done].filter(([date]) => date >= monday);
  return {
    today,
    doneSeconds: ofWeek.reduce((sum, [, seconds]) => sum + seconds, 0),
    ...(plan && { plan }),
    ...(plan && !plan.stopped && { week: planWeek(plan, today, done) }),
  };
}
