export { PlanChanged } from './errors.ts';
export {
  type LearnedSession,
  leastMinutes,
  mostMinutes,
  planRequestSchema,
  type WeeklyPlan,
} from './plan.ts';
export type { PlannedDay, PlannedWeek } from './plan-week.ts';
export type { PlanningStore } from './ports.ts';
export { type OwnWeek, readWeek } from './read-week.ts';
export { setPlan, stopPlan } from './set-plan.ts';
export { type OpenCourse, suggest } from './suggest.ts';
export { timeByDay } from './time-by-day.ts';
