import { learningName, type RealisedStore } from '@sinau/annual-plan';
import type { BudgetStore } from '@sinau/budget';
import type { CourseId, CourseStore } from '@sinau/catalogue';
import { type ComplianceStore, readSums } from '@sinau/compliance';
import { leastLearners, type PublicTraining, publicTraining, type TrainingFacts } from '@sinau/feedback';
import { type AgencyId, type Clock, localDateOf } from '@sinau/kernel';

interface Deps {
  readonly compliance: Pick<ComplianceStore, 'countsOf'>;
  readonly realised: Pick<RealisedStore, 'sums'>;
  readonly budgets: Pick<BudgetStore, 'list' | 'courseCosts'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly clock: Clock;
}

/** As it was at that moment, ISO 8601 UTC. */
export interface TrainingResults {
  readonly asOf: string;
  /** This year and the one before it, as far as they tell anything; this one is always there. */
  readonly years: readonly PublicTraining[];
}

export type ReadTrainingResults = (agencyId: AgencyId) => Promise<TrainingResults>;

/** Anybody may ask, so nobody makes us read more often than once an hour, and a number stays as it was told that long. */
const freshMs = 3_600_000;
/** Agencies that are remembered. */
const mostAgencies = 200;
/** Courses whose topic is looked up, those of most people first. */
const mostCourses = 200;
const together = 25;

/** What people of agencies have learned, in sums that everybody may know; remembered by the process for an hour. */
export function createTrainingResults(deps: Deps): ReadTrainingResults {
  const known = new Map<AgencyId, { readonly atMs: number; readonly results: Promise<TrainingResults> }>();
  return (agencyId) => {
    const nowMs = deps.clock.now().getTime();
    const before = known.get(agencyId);
    if (before && nowMs - before.atMs < freshMs) return before.results;
    const results = read(deps, agencyId).catch((error: unknown) => {
      known.delete(agencyId);
      throw error;
    });
    known.delete(agencyId);
    known.set(agencyId, { atMs: nowMs, results });
    const [oldest] = known.keys();
    if (known.size > mostAgencies && oldest !== undefined) known.delete(oldest);
    return results;
  };
}

async function read(deps: Deps, agencyId: AgencyId): Promise<TrainingResults> {
  const now = deps.clock.now();
  const year = Number(localDateOf(now.getTime(), 'Asia/Jakarta').slice(0, 4));
  const [current, before] = await Promise.all(
    [year, year - 1].map(async (one) => publicTraining(await factsOf(deps, { agencyId, year: one }))),
  );
  const years = [current, before].flatMap((one) => (one && (one.year === year || tells(one)) ? [one] : []));
  return { asOf: now.toISOString(), years };
}

const tells = ({ jp, spent, topics }: PublicTraining): boolean =>
  jp !== undefined || spent !== undefined || topics.length > 0;

async function factsOf(
  deps: Deps,
  at: { readonly agencyId: AgencyId; readonly year: number },
): Promise<TrainingFacts> {
  const [people, sums, lines, costs] = await Promise.all([
    readSums(deps, at),
    deps.realised.sums(at),
    deps.budgets.list(at.agencyId, at.year),
    deps.budgets.courseCosts(at.agencyId, at.year),
  ]);
  const learned = [...sums].map(([name, { people: count }]) => ({ name, people: count }));
  return {
    ...{ year: at.year, jp: people.jp },
    // Nobody is in one course twice, nor among those who met their minimum; how many there are beside them is not known.
    learners: Math.max(people.met, ...learned.map((one) => one.people)),
    spent: lines.reduce((sum, { spent }) => sum + spent, 0),
    paidFor: Math.max(0, ...costs.map((cost) => cost.people)),
    learnings: await topicsOf(deps, learned),
  };
}

const coursePrefix = learningName({ kind: 'course', learningId: '' });
const eventPrefix = learningName({ kind: 'event', learningId: '' });

/** Of what enough people have learned. Titles are nobody's topic: nobody has looked whether they name somebody. */
async function topicsOf(
  { courses }: Deps,
  learned: readonly { readonly name: string; readonly people: number }[],
): Promise<TrainingFacts['learnings']> {
  const many = learned
    .filter(({ people }) => people >= leastLearners)
    .toSorted((a, b) => b.people - a.people);
  const events = many.filter(({ name }) => name.startsWith(eventPrefix));
  const taken = many.filter(({ name }) => name.startsWith(coursePrefix)).slice(0, mostCourses);
  const found: { topic: string; people: number }[] = events.map(({ people }) => ({ topic: 'event', people }));
  for (let from = 0; from < taken.length; from += together) {
    const some = await Promise.all(
      taken.slice(from, from + together).map(async ({ name, people }) => {
        const course = await courses.find(name.slice(coursePrefix.length) as CourseId);
        return course ? [{ topic: course.details.subject, people }] : [];
      }),
    );
    found.push(...some.flat());
  }
  return found;
}
