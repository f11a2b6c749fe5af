import type { AgencyId, PersonId } from '@sinau/kernel';
import * as z from 'zod';

/** Why somebody may be nudged; of several that fit on one day the first. */
export const nudgeKinds = ['begin', 'continue', 'plan-week'] as const;
export type NudgeKind = (typeof nudgeKinds)[number];

/** Whole days since the kind's fact, both included. A week wide at least, as each person is looked at once a week. */
export interface NudgeWindow {
  readonly fromDays: number;
  readonly untilDays: number;
}

/**
 * `begin`: since a course was opened for somebody who has not begun it. `continue`: since the last activity in a course that was begun. `plan-week`:
 * since the oldest course that is open was opened, for whoever has never made a weekly plan.
 */
export const usualWindows: Readonly<Record<NudgeKind, NudgeWindow>> = {
  begin: { fromDays: 5, untilDays: 30 },
  continue: { fromDays: 7, untilDays: 14 },
  'plan-week': { fromDays: 3, untilDays: 90 },
};

export const leastShare = 5;
export const mostShare = 50;
export const usualShare = 20;

/** What an operator says when a nudge begins. */
export const experimentRequestSchema = z.strictObject({
  kind: z.enum(nudgeKinds),
  /** Percent of the people who are held out. */
  share: z.int().min(leastShare).max(mostShare),
  /** Latest version of the kind, as it was shown; 0 for none. */
  after: z.int().min(0),
});
export type ExperimentRequest = z.infer<typeof experimentRequestSchema>;

/** One run of a nudge, from 1 for each kind. What it was is never changed: another share or window is another version. */
export interface Experiment {
  readonly kind: NudgeKind;
  readonly version: number;
  readonly share: number;
  readonly window: NudgeWindow;
  /** Draws the groups, anew for each version. */
  readonly salt: string;
  readonly startedAt: string;
  readonly startedBy: PersonId;
  readonly stoppedAt?: string;
}

/** Takes nobody in after a year: whom it has met is kept for so long. */
const longestMs = 365 * 86_400_000;

export const isRunning = ({ startedAt, stoppedAt }: Experiment, now: Date): boolean =>
  stoppedAt === undefined && now.getTime() < Date.parse(startedAt) + longestMs;

export type NudgeGroup = 'told' | 'held-out';

/** Somebody whom a nudge has met, once for each version, told or not. Times are ISO 8601 UTC. */
export interface Met {
  readonly personId: PersonId;
  readonly kind: NudgeKind;
  readonly version: number;
  readonly group: NudgeGroup;
  /** Home agency at that moment. */
  readonly agencyId?: AgencyId;
  readonly at: string;
  /** The turn in which it was; a turn that breaks off goes on with it. */
  readonly turnAt: string;
  /** When it is looked at what became of it; absent once that was done. */
  readonly settleAt?: string;
  /** Whether they learned within seven days. */
  readonly returned?: boolean;
}

/** Learning within so many days of the moment counts, by its own time. */
export const outcomeDays = 7;
/** What comes late, from devices without a net, is waited for. */
export const lateDays = 3;
