import type { ExternalResult } from '@sinau/rostering';
import type { Connection } from '../connection.ts';
import type { AdapterPort } from '../ports.ts';
import type { OurCourse, OurLearner, OurSide, PollMarks } from './ports.ts';
import { type TakeDeps, takeMany } from './take-many.ts';

export interface PollDeps extends TakeDeps {
  readonly adapters: AdapterPort;
  readonly ours: OurSide;
  readonly marks: PollMarks;
}

/** Learners in one question. */
const portionSize = 50;

export interface Polled {
  readonly courses: number;
  readonly learners: number;
  /** Results that were not there before. */
  readonly taken: number;
  readonly refused: number;
}

/**
 * Asks a provider for the results of everybody who takes a course of it, or has completed it: grades may still be corrected. An
 * answer that says what it said before costs nothing; one that broke off is asked for again the next time. Rejects with `AdapterFailure`.
 */
export async function pollResults(deps: PollDeps, connection: Connection): Promise<Polled> {
  const { connectionId, providerId } = connection;
  const total = { courses: 0, learners: 0, taken: 0, refused: 0 };
  const adapter = await deps.adapters.adapterOf(connection);
  for await (const course of deps.ours.courses({ providerId, connectionId })) {
    total.courses += 1;
    for (const [bucket, learners] of await bucketsOf(deps, connection, course)) {
      const place = { connectionId, externalCourseId: course.externalCourseId, bucket };
      const known = await deps.marks.read(place);
      const next: Record<string, string> = {};
      for (let n = 0; n < learners.length; n += portionSize) {
        const portion = learners.slice(n, n + portionSize);
        total.learners += portion.length;
        const answers = await answersOf(adapter, course, portion);
        for (const externalLearnerId of portion) {
          const answer = answers.get(externalLearnerId) ?? [];
          const hash = hashOf(deps, answer);
          next[externalLearnerId] = hash;
          if (answer.length === 0 || known[externalLearnerId] === hash) continue;
          const results = answer.map((result) => ({ result }));
          const items = await takeMany(deps, { providerId, connectionId, source: 'poll', results });
          total.taken += items.filter(({ outcome }) => outcome === 'taken').length;
          total.refused += items.filter(({ outcome }) => outcome === 'refused').length;
        }
      }
      // After they were taken: whoever breaks off in between takes them again, as duplicates.
      if (isOther(known, next)) await deps.marks.save(place, next);
    }
  }
  return total;
}

type Adapter = Awaited<ReturnType<AdapterPort['adapterOf']>>;

async function answersOf(
  adapter: Adapter,
  { externalCourseId }: OurCourse,
  portion: readonly string[],
): Promise<ReadonlyMap<string, readonly ExternalResult[]>> {
  const answers = new Map<string, ExternalResult[]>();
  const learners = portion.map((externalLearnerId) => ({ externalLearnerId }));
  for await (const result of adapter.readResults({ externalCourseId, learners })) {
    const { externalLearnerId } = result;
    if (externalLearnerId === undefined) continue;
    const known = answers.get(externalLearnerId);
    if (known) known.push(result);
    else answers.set(externalLearnerId, [result]);
  }
  return answers;
}

/** Whoever has no id over there yet cannot be asked for. */
async function bucketsOf(
  deps: PollDeps,
  { providerId }: Connection,
  course: OurCourse,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const buckets = new Map<string, string[]>();
  for await (const learner of deps.ours.learners({ ...course, providerId })) {
    const id = askable(learner);
    if (id === undefined) continue;
    const bucket = deps.digest.sha1(id).slice(0, 1);
    const known = buckets.get(bucket);
    if (known) known.push(id);
    else buckets.set(bucket, [id]);
  }
  return buckets;
}

const askable = ({ externalLearnerId }: OurLearner): string | undefined => externalLearnerId;

function hashOf({ digest }: Pick<PollDeps, 'digest'>, answer: readonly ExternalResult[]): string {
  const texts = answer
    .map((result) => JSON.stringify(Object.entries(timeless(result)).toSorted()))
    .toSorted();
  return digest.sha256(JSON.stringify(texts)).slice(0, 24);
}

/** Where the provider says no time it is that of the question; what has an id says by it whether it is new. */
function timeless({ occurredAt, ...said }: ExternalResult) {
  return said.eventId === undefined ? { ...said, occurredAt } : said;
}

function isOther(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const [one, other] = [Object.entries(a), Object.entries(b)];
  return one.length !== other.length || one.some(([key, value]) => b[key] !== value);
}
