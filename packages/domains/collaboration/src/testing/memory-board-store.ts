import { InvalidInput } from '@sinau/kernel';
import {
  type Answer,
  type Question,
  type QuestionId,
  type WriterDay,
  waitsForAnswer,
} from '../board/board.ts';
import type { BoardStore } from '../board/ports.ts';

interface Rev {
  readonly rev: number;
}

const orderOf = (question: Question): string =>
  `${waitsForAnswer(question) ? '1' : '0'}#${question.askedAt}#${question.questionId}`;

/** Boards without a table. */
export function memoryCommunityBoardStore(): BoardStore {
  const [questions, answers, writers] = [
    new Map<string, Question>(),
    new Map<string, Answer>(),
    new Map<string, WriterDay>(),
  ];
  const told = new Map<string, QuestionId>();
  const keyOf = (...parts: readonly string[]) => parts.join(' ');
  const isRead = (rows: ReadonlyMap<string, Rev>, key: string, { rev }: Rev) =>
    (rows.get(key)?.rev ?? 0) === rev;
  const raised = <Row extends Rev>(row: Row): Row => ({ ...row, rev: row.rev + 1 });
  const questionKey = (one: Pick<Question, 'communityId' | 'questionId'>) =>
    keyOf(one.communityId, one.questionId);
  const answerKey = (one: Pick<Answer, 'communityId' | 'questionId' | 'answerId'>) =>
    keyOf(one.communityId, one.questionId, one.answerId);
  const writerKey = (one: Pick<WriterDay, 'communityId' | 'personId'>) =>
    keyOf(one.communityId, one.personId);
  return {
    async change({ question, answer, writer, gone }) {
      const goneAnswers = gone?.answers ?? [];
      const isWhole =
        (!question || isRead(questions, questionKey(question), question)) &&
        (!answer || isRead(answers, answerKey(answer), answer)) &&
        (!writer || isRead(writers, writerKey(writer), writer)) &&
        (!gone?.question || isRead(questions, questionKey(gone.question), gone.question)) &&
        goneAnswers.every((one) => isRead(answers, answerKey(one), one));
      if (!isWhole) return 'conflict';
      if (question) questions.set(questionKey(question), raised(question));
      if (answer) answers.set(answerKey(answer), raised(answer));
      if (writer) writers.set(writerKey(writer), raised(writer));
      if (gone?.question) questions.delete(questionKey(gone.question));
      for (const one of goneAnswers) answers.delete(answerKey(one));
      return 'saved';
    },
    findQuestion: async (place) => questions.get(questionKey(place)),
    findAnswer: async (place) => answers.get(answerKey(place)),
    answersOf: async (place) =>
      [...answers.values()].filter((one) => questionKey(one) === questionKey(place)),
    async list(communityId, { limit, after }) {
      const all = [...questions.values()]
        .filter((one) => one.communityId === communityId)
        .toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
      if (after !== undefined && !after.startsWith(`${communityId} `))
        throw new InvalidInput('Another list.');
      const place = after?.slice(communityId.length + 1);
      const rest = place === undefined ? all : all.filter((one) => orderOf(one) < place);
      const page = rest.slice(0, limit);
      const last = page.at(-1);
      return {
        questions: page,
        ...(rest.length > limit && last && { next: `${communityId} ${orderOf(last)}` }),
      };
    },
    findWriter: async (communityId, personId) => writers.get(writerKey({ communityId, personId })),
    firstTold: async (communityId, day) => told.get(keyOf(communityId, day)),
    keepTold: async ({ communityId, day, questionId }) => void told.set(keyOf(communityId, day), questionId),
    writtenBy: async (personId) => ({
      questions: [...questions.values()].filter(({ askedBy }) => askedBy === personId),
      answers: [...answers.values()].filter(({ answeredBy }) => answeredBy === personId),
    }),
  };
}
