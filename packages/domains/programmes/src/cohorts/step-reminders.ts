import { addDays, type LocalDate } from '@sinau/kernel';
import { momentOf } from '../zone.ts';
import type { Cohort } from './cohort.ts';

/** Days before the day of a step, and the day after it. */
export const stepReminders = ['30', '7', '1', 'overdue'] as const;
export type StepReminder = (typeof stepReminders)[number];

const daysBefore: Readonly<Record<StepReminder, number>> = { 30: 30, 7: 7, 1: 1, overdue: -1 };

type Days = Pick<Cohort, 'dueDays' | 'zone'>;

/** Seven in the morning at the place of the cohort, ISO 8601 UTC. */
const momentFor = (on: LocalDate, reminder: StepReminder, zone: string): string =>
  momentOf(`${addDays(on, -daysBefore[reminder])}T07:00`, zone);

const momentsOf = ({ dueDays, zone }: Days) =>
  dueDays.flatMap(({ stepId, on }) =>
    stepReminders.map((reminder) => ({ stepId, on, reminder, at: momentFor(on, reminder, zone) })),
  );

/** When something of a cohort is told next after a moment; undefined: nothing is left. What was over by then is left out. */
export const nextTelling = (days: Days, after: string): string | undefined =>
  momentsOf(days)
    .map(({ at }) => at)
    .filter((at) => at > after)
    .toSorted()[0];

/** A step that has reached a reminder. */
export interface ReachedStep {
  readonly stepId: string;
  readonly on: LocalDate;
  readonly reminder: StepReminder;
}

/** What is told at a moment, but for what has come to a later reminder by now: after a standstill the one that is true is told. */
export function reachedAt(days: Days, at: string, now: string): readonly ReachedStep[] {
  const all = momentsOf(days).filter((one) => one.at <= now);
  const isLast = ({ stepId, at: own }: { readonly stepId: string; readonly at: string }) =>
    !all.some((one) => one.stepId === stepId && one.at > own);
  return all
    .filter((one) => one.at === at && isLast(one))
    .map(({ stepId, on, reminder }) => ({ stepId, on, reminder }));
}
