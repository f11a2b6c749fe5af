import { type Dynamo, queryAll, type TransactItem } from '@sinau/platform/dynamo';
import type { QuizStore } from '../quizzes/ports.ts';
import { placementKey, quizKey, quizPrefix, quizzesPartition } from './keys.ts';
import { readPlacement, readQuiz, toPlacementRow, toQuizRow } from './quiz-rows.ts';

/** Quizzes of a provider in one partition, one row each; beside them, one row for every package that came of one. */
export function createQuizStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): QuizStore {
  const { dynamo, table } = deps;
  return {
    async create(quiz) {
      const condition = { expression: 'attribute_not_exists(pk)' };
      const result = await dynamo.put({ table, item: toQuizRow(quiz), condition });
      if (result.outcome !== 'done') throw new Error('the id of a new quiz was taken');
    },
    async find(ref) {
      const row = await dynamo.get({ table, key: quizKey(ref), consistent: true });
      return row && readQuiz(row);
    },
    async list(providerId) {
      const sort = { prefix: quizPrefix };
      const query = { partition: quizzesPartition(providerId), sort, consistent: true };
      const rows = await queryAll({ dynamo, table }, query);
      return rows.map(readQuiz);
    },
    async replace(quiz, placement) {
      // Unmoved: two authors who change what they both read; two clicks that put it into a course.
      const condition = { expression: 'rev = :before', values: { ':before': quiz.rev - 1 } };
      const put: TransactItem = { kind: 'put', table, item: toQuizRow(quiz), condition };
      const beside: readonly TransactItem[] = placement
        ? [{ kind: 'put', table, item: toPlacementRow(quiz, placement) }]
        : [];
      const result = await dynamo.transactWrite([put, ...beside]);
      return result.outcome === 'done' ? 'stored' : 'conflict';
    },
    async delete(quiz) {
      // Unmoved: a change that came first is not thrown away.
      const condition = { expression: 'rev = :rev', values: { ':rev': quiz.rev } };
      const result = await dynamo.delete({ table, key: quizKey(quiz), condition });
      return result.outcome === 'done' ? 'deleted' : 'conflict';
    },
    async quizOf(providerId, packageId) {
      const row = await dynamo.get({ table, key: placementKey(providerId, packageId), consistent: true });
      return row && readPlacement(row);
    },
  };
}
