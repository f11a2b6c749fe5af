import { addDays, type LocalDate, weekdayOf } from '@sinau/kernel';
import type { WeeklyPlan } from './plan.ts';

export interface PlannedDay {
  readonly date: LocalDate;
  readonly isPlanned: boolean;
  readonly when: 'past' | 'today' | 'ahead';
  readonly doneSeconds: number;
  /** What today or a day to come is to bring, in minutes, with what earlier days have not brought. */
  readonly minutes: number;
}

export interface PlannedWeek {
  /** Monday to Sunday. */
  readonly days: readonly PlannedDay[];
  readonly plannedMinutes: number;
  readonly doneSeconds: number;
  /** `over`: no planned day is left; the next week begins anew. */
  readonly state: 'under-way' | 'done' | 'over';
}

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** The week of a day: what is left of it is shared by the planned days that are left. Nobody is told that a day was missed. */
export function planWeek(
  plan: Pick<WeeklyPlan, 'days' | 'minutes'>,
  today: LocalDate,
  done: ReadonlyMap<LocalDate, number>,
): PlannedWeek {
  const monday = mondayOf(today);
  const dates = Array.from({ length: 7 }, (_, n) => addDays(monday, n));
  const doneSeconds = dates.reduce((sum, date) => sum + (done.get(date) ?? 0), 0);
  const isPlanned = (date: LocalDate) => plan.days.includes(weekdayOf(date));
  const left = dates.filter((date) => date >= today && isPlanned(date));
  const before = dates.filter((date) => date < today).reduce((sum, date) => sum + (done.get(date) ?? 0), 0);
  const open = Math.max(0, plan.minutes - before / 60);
  const share = left.length === 0 ? 0 : Math.ceil(open / left.length);
  return {
    days: dates.map((date) => ({
      date,
      isPlanned: isPlanned(date),
      when: date < today ? 'past' : date === today ? 'today' : 'ahead',
      doneSeconds: done.get(date) ?? 0,
      minutes: left.includes(date) ? share : 0,
    })),
    plannedMinutes: plan.minutes,
    doneSeconds,
    state: doneSeconds >= plan.minutes * 60 ? 'done' : left.length === 0 ? 'over' : 'under-way',
  };
}
