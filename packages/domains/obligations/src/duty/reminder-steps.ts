import { addDays, type LocalDate, type TimeZone } from '@sinau/kernel';
import { momentOf } from '../local-day.ts';

/** Days before the last day on which learner and supervisor are told; `overdue`: on the day after it. */
export const reminderSteps = ['30', '7', '1', 'overdue'] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** When a working day begins, and quiet hours end unless somebody has set others. */
const hour = 7;

const dayOf = (step: ReminderStep, dueOn: LocalDate): LocalDate =>
  addDays(dueOn, step === 'overdue' ? 1 : -Number(step));

/** The last step whose morning has come; undefined before the first. */
export const stepAt = (dueOn: LocalDate, zone: TimeZone, now: Date): ReminderStep | undefined =>
  reminderSteps.findLast((step) => Date.parse(momentOf(dayOf(step, dueOn), hour, zone)) <= now.getTime());

/** What is told next of a duty of which nothing before `now` is to be told any more; undefined when all is over. */
export function nextReminder(
  dueOn: LocalDate,
  zone: TimeZone,
  now: Date,
): { readonly step: ReminderStep; readonly at: string } | undefined {
  for (const step of reminderSteps) {
    const at = momentOf(dayOf(step, dueOn), hour, zone);
    if (Date.parse(at) > now.getTime()) return { step, at };
  }
  return undefined;
}
