/** What an agency's people have learned in a year, as sums that others keep. */
export interface TrainingFacts {
  readonly year: number;
  /** Recognised of all of them, in hundredths. */
  readonly jp: number;
  /** So many different people have learned, or more. */
  readonly learners: number;
  /** Whole rupiah; so many different people have finished what was paid, or more. */
  readonly spent: number;
  readonly paidFor: number;
  /** Each course and event with the people who have learned it. */
  readonly learnings: readonly { readonly topic: string; readonly people: number }[];
}

/** The same as everybody may know it (domain facts 6.6). What is of too few people is absent. */
export interface PublicTraining {
  readonly year: number;
  /** Hundredths, rounded down to tens of hours. */
  readonly jp?: number;
  /** Whole rupiah, rounded up to millions, so that nothing spent is told as none. */
  readonly spent?: number;
  /** How often people took part, rounded down to fives; most first. */
  readonly topics: readonly { readonly topic: string; readonly times: number }[];
}

/** Of fewer people nothing is told. */
export const leastLearners = 10;

const million = 1_000_000;
const roundedDown = (count: number, to: number): number => Math.floor(count / to) * to;

/**
 * Sums of at least ten people. Each is made of what is told by itself: hours of everybody, and of topics those courses and events alone that ten
 * people have learned, counted by heads and not by hours, so that no sum less another one leaves a smaller group. Rounding blurs what one
 * more person adds; whoever looks twice may see a step, and not how much came.
 */
export function publicTraining(facts: TrainingFacts): PublicTraining {
  const { year, jp, learners, spent, paidFor, learnings } = facts;
  const times = new Map<string, number>();
  for (const { topic, people } of learnings) {
    if (people >= leastLearners) times.set(topic, (times.get(topic) ?? 0) + people);
  }
  const hours = roundedDown(jp, 1_000);
  return {
    year,
    ...(learners >= leastLearners && hours > 0 && { jp: hours }),
    ...(paidFor >= leastLearners && { spent: Math.ceil(spent / million) * million }),
    topics: [...times]
      .map(([topic, count]) => ({ topic, times: roundedDown(count, 5) }))
      .toSorted((a, b) => b.times - a.times || (a.topic < b.topic ? -1 : 1)),
  };
}
