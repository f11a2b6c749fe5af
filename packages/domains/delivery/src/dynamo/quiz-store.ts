import type { Ids } from '@sinau/kernel';
import type { Dynamo, TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { PageSaving } from '../own-page/write-page.ts';
import type { DueAttempt, QuizChange, QuizStore } from '../quiz/ports.ts';
import type { QuizAttempt, QuizBook } from '../quiz/state.ts';
import {
  quizAttemptKey,
  quizBookKey,
  quizDueKey,
  quizDueLanes,
  quizDuePartition,
  quizRange,
} from './keys.ts';
import { createStateRows, type StateBodies, saveAlone, savingOf } from './state-rows.ts';

const dueRow = z.object({
  registration: z.string(),
  moduleId: z.string(),
  number: z.number(),
  deadline: z.string(),
});

/** One row a quiz, one an attempt, and one while the time of an attempt runs. */
export function createQuizStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly bodies: StateBodies;
  readonly ids: Pick<Ids, 'uuid'>;
}): QuizStore {
  const { bodies, dynamo, table } = deps;
  const rows = createStateRows({ ...deps, folder: 'quiz' });

  function dueWrites({ due }: QuizChange): readonly TransactItem[] {
    if (!due) return [];
    const { watch, ...attempt } = due;
    const key = quizDueKey(attempt);
    if (!watch) return [{ kind: 'delete', table, key }];
    return [{ kind: 'put', table, item: { ...key, kind: 'quiz-due', ...attempt } }];
  }

  async function saving(change: QuizChange): Promise<PageSaving> {
    const { book, attempt } = change;
    const prepared = [
      ...(book ? [await rows.prepare(quizBookKey(book), 'quiz-book', book)] : []),
      ...(attempt
        ? [await rows.prepare(quizAttemptKey(attempt, attempt.number), 'quiz-attempt', attempt)]
        : []),
    ];
    const { companion, settle } = savingOf(bodies, prepared);
    return { companion: { writes: [...companion.writes, ...dueWrites(change)] }, settle };
  }

  async function dueIn(lane: string, { until, limit }: { readonly until: string; readonly limit: number }) {
    const partition = quizDuePartition(lane);
    const page = await dynamo.query({ table, partition, sort: { between: ['0', until] }, limit });
    return page.items.map((item) => dueRow.parse(item) satisfies DueAttempt);
  }

  return {
    saving,
    save: async (change) => saveAlone(dynamo, await saving(change)),
    readBook: (key) => rows.read<QuizBook>(quizBookKey(key)),
    readAttempt: (key, number) => rows.read<QuizAttempt>(quizAttemptKey(key, number)),
    async listOf(registration) {
      const all = await rows.list<QuizBook | QuizAttempt>(...quizRange(registration));
      return {
        books: all.filter((one): one is QuizBook => 'attempts' in one),
        attempts: all.filter((one): one is QuizAttempt => 'questionIds' in one),
      };
    },
    async listDue(page) {
      const lanes = await Promise.all(quizDueLanes.map((lane) => dueIn(lane, page)));
      return lanes
        .flat()
        .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))
        .slice(0, page.limit);
    },
  };
}
