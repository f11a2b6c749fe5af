import type { Sample } from './ports.ts';
import type { CohortWish, StatisticsHead } from './statistics.ts';
import { smallestGroup, type Told, told } from './told.ts';
import type { LearnerTrace } from './traces.ts';

/** Learners that are counted, and what one of them stands for. */
export interface Cohort {
  readonly learners: ReadonlyMap<string, LearnerTrace>;
  readonly share: number;
}

/** Who ended before opening anything never was a learner of the course. */
export function cohortOf(sample: Sample<LearnerTrace>, wish: CohortWish): Cohort {
  const chosen = sample.rows.filter(
    (one) => one.version === wish.version && isWithin(wish, monthOf(one.enrolledAt)) && !isPassedBy(one),
  );
  return { learners: new Map(chosen.map((one) => [one.registration, one])), share: sample.share };
}

export const isPassedBy = ({ over, started }: LearnerTrace): boolean => over && started.length === 0;

export function headOf(
  { learners, share }: Cohort,
  given: CohortWish & { readonly courseId: string; readonly asOf: string },
): StatisticsHead {
  const { courseId, version, from, until, asOf } = given;
  return {
    ...{ courseId, version, asOf, sampled: share },
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    learners: toldOf(learners.size, share),
    suppressed: learners.size < smallestGroup,
  };
}

/** People counted in a sample, as they may be told of all. */
export const toldOf = (people: number, share: number): Told =>
  people < smallestGroup ? told(people) : told(people / share);

const jakartaMs = 7 * 3600_000;

/** `2026-03`, in Jakarta. */
export const monthOf = (at: string): string => new Date(Date.parse(at) + jakartaMs).toISOString().slice(0, 7);

const isWithin = ({ from, until }: CohortWish, month: string): boolean =>
  (from === undefined || month >= from) && (until === undefined || month <= until);
