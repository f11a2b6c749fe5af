import {
  type Dynamo,
  type Item,
  type Key,
  queryAll,
  queryPage,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import type { BoardStore } from '../board/ports.ts';
import {
  answerKey,
  answerPrefix,
  boardList,
  boardPartition,
  isAnswerRow,
  isQuestionRow,
  questionKey,
  readAnswerRow,
  readQuestionRow,
  readToldRow,
  readWriterRow,
  toAnswerRow,
  toldKey,
  toQuestionRow,
  toToldRow,
  toWriterRow,
  writerKey,
  writtenByKey,
} from './board-rows.ts';

export function createCommunityBoardStore(door: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): BoardStore {
  const { dynamo, table } = door;
  const read = async <Row>(key: Key, as: (row: Item) => Row) => {
    const row = await dynamo.get({ table, key, consistent: true });
    return row && as(row);
  };
  // As it was read: closes the races of members who answer, mark, hide and take away.
  const put = (item: Item, rev: number): TransactItem => ({
    ...{ kind: 'put', table, item: { ...item, rev: rev + 1 }, condition: unchangedSince(rev) },
  });
  const drop = (key: Key, rev: number): TransactItem => ({
    ...{ kind: 'delete', table, key, condition: unchangedSince(rev) },
  });
  return {
    async change({ question, answer, writer, gone }) {
      const { outcome } = await dynamo.transactWrite([
        ...(question ? [put(toQuestionRow(question), question.rev)] : []),
        ...(answer ? [put(toAnswerRow(answer), answer.rev)] : []),
        ...(writer ? [put(toWriterRow(writer), writer.rev)] : []),
        ...(gone?.question ? [drop(questionKey(gone.question), gone.question.rev)] : []),
        ...(gone?.answers ?? []).map((one) => drop(answerKey(one), one.rev)),
      ]);
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    findQuestion: (place) => read(questionKey(place), readQuestionRow),
    findAnswer: (place) => read(answerKey(place), readAnswerRow),
    async answersOf({ communityId, questionId }) {
      const partition = boardPartition(communityId);
      const sort = { prefix: answerPrefix(questionId) };
      return (await queryAll(door, { partition, sort, consistent: true })).map(readAnswerRow);
    },
    async list(communityId, { limit, after }) {
      const query = { index: 'gsi1' as const, partition: boardList(communityId), descending: true };
      const { items, next } = await queryPage(dynamo, { table, ...query, limit, after });
      return { questions: items.map(readQuestionRow), ...(next !== undefined && { next }) };
    },
    findWriter: (communityId, personId) => read(writerKey(communityId, personId), readWriterRow),
    firstTold: (communityId, day) => read(toldKey({ communityId, day }), readToldRow),
    keepTold: async (next) => void (await dynamo.put({ table, item: toToldRow(next) })),
    async writtenBy(personId) {
      const rows = await queryAll(door, { index: 'gsi2', partition: writtenByKey(personId) });
      return {
        questions: rows.filter(isQuestionRow).map(readQuestionRow),
        answers: rows.filter(isAnswerRow).map(readAnswerRow),
      };
    },
  };
}
