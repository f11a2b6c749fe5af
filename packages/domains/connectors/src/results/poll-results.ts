import type { ExternalResult } from '@sinau/rostering';
import type { Connection } from '../connection.ts';
import { AdapterFailure, type AdapterPort, type ProviderAdapter } from '../ports.ts';
import { meetLearners } from './meet-learners.ts';
import type { PlaceDeps } from './place-result.ts';
import type { PollRun } from './poll-run.ts';
import type { OurCourse, OurLearner, OurSide, PollMarks, PollRunStore } from './ports.ts';
import { type SentResult, type TakeDeps, takeMany } from './take-many.ts';

export interface PollDeps extends TakeDeps {
  readonly adapters: AdapterPort;
  readonly ours: Pick<OurSide, 'courses' | 'learners'>;
  readonly marks: PollMarks;
  readonly polls: PollRunStore;
  /** Notes who learners are whom nobody has named yet. */
  readonly placing: PlaceDeps;
}

/** Learners in one question. */
const portionSize = 50;

/**
 * Goes on with a round: asks for the results of everybody who takes a course of the provider, or has completed it, since grades may still be
 * corrected; until it is through or `deadlineMs` (epoch) is past. How far it is is noted after each question, so that the largest catalogue is asked
 * through in the end. An answer that says what it said before costs nothing. `again`: there is more to do. `lost`: another worker is at it. Rejects
 * with `AdapterFailure`; the round has failed then.
 */
export async function pollResults(
  deps: PollDeps,
  input: { readonly connection: Connection; readonly runId: string; readonly deadlineMs: number },
): Promise<'done' | 'again' | 'lost' | 'over'> {
  const { connection, runId, deadlineMs } = input;
  const { connectionId, providerId } = connection;
  const run = await deps.polls.last(connectionId);
  if (run?.runId !== runId || run.state !== 'running') return 'over';
  const round = openRound(deps, { run, deadlineMs });
  try {
    const adapter = await deps.adapters.adapterOf(connection);
    const after = run.cursor?.after === undefined ? {} : { after: run.cursor.after };
    for await (const course of deps.ours.courses({ providerId, connectionId, ...after })) {
      const outcome = await askCourse(deps, { connection, adapter, course, round });
      if (outcome !== 'through') return outcome;
    }
    return await round.note({ state: 'done', endedAt: deps.clock.now().toISOString() }, 'done');
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    await round.note({ state: 'failed', reason: error.reason, endedAt: deps.clock.now().toISOString() });
    throw error;
  }
}

/** The run as it was written last. */
interface Round {
  readonly now: () => PollRun;
  readonly isOver: () => boolean;
  note<Then extends string>(change: Partial<PollRun>, then?: Then): Promise<Then | 'lost'>;
}

function openRound(
  { polls, clock }: Pick<PollDeps, 'polls' | 'clock'>,
  { run, deadlineMs }: { readonly run: PollRun; readonly deadlineMs: number },
): Round {
  let now = run;
  return {
    now: () => now,
    isOver: () => clock.now().getTime() > deadlineMs,
    async note<Then extends string>(change: Partial<PollRun>, then = 'noted' as Then) {
      const next = { ...now, ...change, updatedAt: clock.now().toISOString(), rev: now.rev + 1 };
      if ((await polls.write(next, now.rev)) === 'lost') return 'lost';
      now = next;
      return then;
    },
  };
}

interface CourseInput {
  readonly connection: Connection;
  readonly adapter: ProviderAdapter;
  readonly course: OurCourse;
  readonly round: Round;
}

async function askCourse(deps: PollDeps, input: CourseInput): Promise<'through' | 'again' | 'lost'> {
  const { course, round } = input;
  const { externalCourseId } = course;
  const { within } = round.now().cursor ?? {};
  const from = within?.externalCourseId === externalCourseId ? within : undefined;
  try {
    // Whoever was met before a break has a name by now.
    for (const [bucket, learners] of bucketsOf(deps, await learnersOf(deps, input, { meets: !from }))) {
      if (from && bucket < from.bucket) continue;
      const rest = bucket === from?.bucket ? learners.filter((id) => id > from.learner) : learners;
      const outcome = await askBucket(deps, input, { bucket, learners, rest });
      if (outcome !== 'through') return outcome;
    }
  } catch (error) {
    // Nobody learns in a course that is gone over there; the others are asked for all the same.
    if (!(error instanceof AdapterFailure)) throw error;
    // What would fail again holds up those behind it for one round and no longer.
    if (!error.passing) await round.note({ cursor: { after: externalCourseId } });
    if (error.reason !== 'course-unknown') throw error;
  }
  const { courses } = round.now();
  return round.note({ courses: courses + 1, cursor: { after: externalCourseId } }, 'through');
}

async function askBucket(
  deps: PollDeps,
  input: CourseInput,
  of: { readonly bucket: string; readonly learners: readonly string[]; readonly rest: readonly string[] },
): Promise<'through' | 'again' | 'lost'> {
  const { round, course } = input;
  const { externalCourseId, connectionId } = course;
  const { bucket, learners, rest } = of;
  const place = { connectionId, externalCourseId, bucket };
  const before = await deps.marks.read(place);
  // Of those who take the course; who has left is forgotten.
  const known = Object.fromEntries(learners.flatMap((id) => (before[id] ? [[id, before[id]] as const] : [])));
  for (let n = 0; n < rest.length; n += portionSize) {
    if (round.isOver()) return 'again';
    const portion = rest.slice(n, n + portionSize);
    const { hashes, taken, refused } = await askFor(deps, input, { portion, known });
    // After they were taken: whoever breaks off in between takes them again, as duplicates.
    if (portion.some((id) => known[id] !== hashes[id]))
      await deps.marks.save(place, Object.assign(known, hashes));
    const { cursor = {}, ...run } = round.now();
    const within = { externalCourseId, bucket, learner: portion.at(-1) ?? '' };
    const counts = { learners: run.learners + portion.length, taken: run.taken + taken };
    const noted = await round.note({
      ...{ ...counts, refused: run.refused + refused, cursor: { ...cursor, within } },
    });
    if (noted === 'lost') return 'lost';
  }
  return 'through';
}

async function askFor(
  deps: PollDeps,
  { connection, adapter, course }: CourseInput,
  of: { readonly portion: readonly string[]; readonly known: Readonly<Record<string, string>> },
) {
  const { connectionId, providerId } = connection;
  const answers = await answersOf(adapter, course, of.portion);
  const hashes: Record<string, string> = {};
  let [taken, refused] = [0, 0];
  for (const externalLearnerId of of.portion) {
    const answer = answers.get(externalLearnerId) ?? [];
    const hash = hashOf(
      deps,
      answer.map(({ result }) => result),
    );
    hashes[externalLearnerId] = hash;
    if (answer.length === 0 || of.known[externalLearnerId] === hash) continue;
    const items = await takeMany(deps, { providerId, connectionId, source: 'poll', results: answer });
    taken += items.filter(({ outcome }) => outcome === 'taken').length;
    refused += items.filter(({ outcome }) => outcome === 'refused').length;
  }
  return { hashes, taken, refused };
}

async function answersOf(
  adapter: ProviderAdapter,
  { externalCourseId }: OurCourse,
  portion: readonly string[],
): Promise<ReadonlyMap<string, readonly SentResult[]>> {
  const answers = new Map<string, SentResult[]>();
  const learners = portion.map((externalLearnerId) => ({ externalLearnerId }));
  for await (const said of adapter.readResults({ externalCourseId, learners })) {
    const { externalLearnerId } = said.result;
    if (externalLearnerId === undefined) continue;
    const known = answers.get(externalLearnerId);
    if (known) known.push(said);
    else answers.set(externalLearnerId, [said]);
  }
  return answers;
}

/** How those are called there who take the course. Whoever has no id over there yet cannot be asked for. */
async function learnersOf(
  deps: PollDeps,
  { connection, adapter, course }: CourseInput,
  { meets }: { readonly meets: boolean },
): Promise<ReadonlySet<string>> {
  const { providerId } = connection;
  const ids = new Set<string>();
  const unnamed: OurLearner[] = [];
  for await (const learner of deps.ours.learners({ ...course, providerId })) {
    const { externalLearnerId: id, subject } = learner;
    if (id !== undefined) ids.add(id);
    else if (meets && subject !== undefined) unnamed.push(learner);
  }
  const met = await meetLearners(deps.placing, { connection, adapter, course, learners: unnamed });
  return new Set([...ids, ...met]);
}

/** In an order that stays: by digit, and by id in it. */
function bucketsOf(
  { digest }: Pick<PollDeps, 'digest'>,
  ids: ReadonlySet<string>,
): readonly (readonly [string, readonly string[]])[] {
  const buckets = Map.groupBy(ids, (id) => digest.sha1(id).slice(0, 1));
  const sorted = [...buckets].map(([bucket, some]) => [bucket, some.toSorted()] as const);
  return sorted.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function hashOf({ digest }: Pick<PollDeps, 'digest'>, answer: readonly ExternalResult[]): string {
  const texts = answer
    .map((result) => JSON.stringify(Object.entries(timeless(result)).toSorted()))
    .toSorted();
  return digest.sha256(JSON.stringify(texts)).slice(0, 24);
}

/** Where the provider says no time it is that of the question; what has an id says by it whether it is new. */
function timeless({ occurredAt, untimed: _, ...said }: ExternalResult) {
  return said.eventId === undefined ? { ...said, occurredAt } : said;
}
