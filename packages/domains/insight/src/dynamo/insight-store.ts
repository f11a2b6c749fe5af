import type { Digest } from '@sinau/kernel';
import { type Dynamo, type Item, queryAll } from '@sinau/platform/dynamo';
import { gatherSignals } from '../gather-signals.ts';
import type { InsightStore, Sample, SampleWish } from '../ports.ts';
import { markOf } from '../shards.ts';
import { stampOf } from '../stamp.ts';
import type { TracePlace } from '../traces.ts';
import { type TraceKind, traceKey } from './keys.ts';
import { createQuestionRows } from './question-rows.ts';
import { readAnswer, readLearner, readSession, timeOfRow } from './rows.ts';
import { sampleRows } from './sample-rows.ts';
import { answerWrite, sessionWrites } from './signal-writes.ts';

export interface InsightStoreDeps {
  readonly dynamo: Dynamo;
  /** Name of the LRS table: nobody follows these rows, and its stream is filtered already. */
  readonly table: string;
  readonly digest: Pick<Digest, 'sha256' | 'sha1'>;
}

/**
 * One row a learner, one a session, one an answer, each in one of the course's partitions. Every write is one unit and
 * reads nothing: what a statement costs does not depend on what was there before.
 */
export function createInsightStore(deps: InsightStoreDeps): InsightStore {
  const { dynamo, table, digest } = deps;
  const located = (place: TracePlace) => ({ ...place, ...markOf(digest, place.registration) });
  const questions = createQuestionRows(deps);

  async function sample<Row>(
    wish: SampleWish,
    kind: TraceKind,
    read: (row: Item) => Row | undefined,
  ): Promise<Sample<Row>> {
    const { rows, share } = await sampleRows(deps, { ...wish, kind });
    return { rows: rows.flatMap((row) => read(row) ?? []), share };
  }

  async function keysOf(place: TracePlace, until: string) {
    const own = located(place);
    const kinds = ['S', 'A'] as const;
    const all = await Promise.all(
      kinds.map(async (kind) => {
        const { pk: partition, sk } = traceKey(own, kind);
        return rowsOf(deps, partition, `${sk}#`);
      }),
    );
    return all
      .flat()
      .filter((row) => timeOfRow(row) <= until)
      .map(({ pk, sk }) => ({ pk, sk }));
  }

  return {
    ...learnerNotes(deps),
    async noteSignals(place, signals) {
      const gathered = gatherSignals(signals);
      const own = located(place);
      const writes = [
        ...gathered.sessions.flatMap((session) => sessionWrites(own, session)),
        ...gathered.answers.map((answer) => answerWrite(own, answer)),
      ];
      await Promise.all([
        ...writes.map((write) => dynamo.update({ table, ...write })),
        questions.describe(place.courseId, gathered.questions),
      ]);
    },
    sampleLearners: (wish) => sample(wish, 'L', readLearner),
    sampleSessions: (wish) => sample(wish, 'S', readSession),
    sampleAnswers: (wish) => sample(wish, 'A', readAnswer),
    listQuestions: questions.list,
    countOf: async (place, until) => (await keysOf(place, until)).length,
    async forget(place, until) {
      const deletes = await keysOf(place, until);
      await dynamo.batchWrite({ table, deletes });
      return deletes.length;
    },
  };
}

/** Enrolment and progress are told apart and in any order; each is a part of one row. */
function learnerNotes({
  dynamo,
  table,
  digest,
}: InsightStoreDeps): Pick<InsightStore, 'noteEnrolment' | 'noteProgress'> {
  const keyOf = (trace: TracePlace) => traceKey({ ...trace, ...markOf(digest, trace.registration) }, 'L');
  return {
    async noteEnrolment(trace) {
      const { courseId: _, registration, ...enrolment } = trace;
      await dynamo.update({
        table,
        key: keyOf(trace),
        update: 'SET #kind = :kind, registration = :registration, enrolment = :enrolment, stamp = :stamp',
        names: { '#kind': 'kind' },
        values: {
          ...{ ':kind': 'insight-learner', ':registration': registration },
          ...{ ':enrolment': enrolment, ':stamp': stampOf(trace) },
        },
        // Not older: closes the race of two facts, and a repeated one against what came after it.
        condition: 'attribute_not_exists(stamp) OR stamp <= :stamp',
      });
    },
    async noteProgress(trace) {
      const { courseId: _, registration, rev, ...progress } = trace;
      await dynamo.update({
        table,
        key: keyOf(trace),
        update: 'SET #kind = :kind, registration = :registration, progress = :progress, rev = :rev',
        names: { '#kind': 'kind' },
        values: {
          ...{ ':kind': 'insight-learner', ':registration': registration },
          ...{ ':progress': progress, ':rev': rev },
        },
        // Newer: as above; the same one again writes nothing.
        condition: 'attribute_not_exists(rev) OR rev < :rev',
      });
    },
  };
}

const rowsOf = (deps: InsightStoreDeps, partition: string, prefix: string): Promise<readonly Item[]> =>
  queryAll(deps, { partition, sort: { prefix }, consistent: true });
