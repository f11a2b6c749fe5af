import type { PersonId } from '@sinau/kernel';
import { composeKey, expiryAttribute, type Item, type Key } from '@sinau/platform/dynamo';
import * as z from 'zod';
import {
  type Answer,
  type AnswerId,
  type Question,
  type QuestionId,
  type WriterDay,
  waitsForAnswer,
} from '../board/board.ts';
import type { AnswerPlace, QuestionPlace, ToldDay } from '../board/ports.ts';
import type { CommunityId } from '../communities/community.ts';
import { id } from './rows.ts';

/** Questions of a community and their answers. */
export const boardPartition = (communityId: CommunityId): string => composeKey('BOARD', communityId);
export const questionKey = ({ communityId, questionId }: QuestionPlace): Key => ({
  ...{ pk: boardPartition(communityId), sk: composeKey('QUESTION', questionId) },
});
export const answerPrefix = (questionId: QuestionId): string => `${composeKey('ANSWER', questionId)}#`;
export const answerKey = ({ communityId, questionId, answerId }: AnswerPlace): Key => ({
  ...{ pk: boardPartition(communityId), sk: composeKey('ANSWER', questionId, answerId) },
});
export const writerKey = (communityId: CommunityId, personId: PersonId): Key => ({
  ...{ pk: boardPartition(communityId), sk: composeKey('WRITER', personId) },
});
/** One row a day: that members have heard that something was asked. */
export const toldKey = ({ communityId, day }: Omit<ToldDay, 'questionId'>): Key => ({
  ...{ pk: boardPartition(communityId), sk: composeKey('TOLD', day) },
});
/** gsi1: questions of a community, in the order of the board read backwards. */
export const boardList = (communityId: CommunityId): string => composeKey('BOARD-LIST', communityId);
/** gsi2: what somebody has asked and answered. */
export const writtenByKey = (personId: string): string => composeKey('BOARD-BY', personId);

const text = z.string();
const maybe = text.exactOptional();
const hidden = z.object({ by: id<PersonId>(), at: text, reason: text }).exactOptional();

const question = z.object({
  ...{ communityId: id<CommunityId>(), questionId: id<QuestionId>(), title: text, text },
  ...{ askedBy: id<PersonId>().exactOptional(), askedAt: text, changedAt: maybe, answers: z.number() },
  helpful: z.object({ answerId: id<AnswerId>(), at: text }).exactOptional(),
  ...{ hidden, rev: z.number() },
});
export const toQuestionRow = (next: Question): Item => ({
  ...{ ...questionKey(next), kind: 'community-question', ...next },
  gsi1pk: boardList(next.communityId),
  // Backwards: what waits, then what was answered or is hidden, each the newest first.
  gsi1sk: composeKey(waitsForAnswer(next) ? '1' : '0', next.askedAt, next.questionId),
  ...(next.askedBy !== undefined && {
    gsi2pk: writtenByKey(next.askedBy),
    gsi2sk: composeKey('QUESTION', next.communityId, next.questionId),
  }),
});
export const readQuestionRow = (row: Item): Question => question.parse(row);
export const isQuestionRow = ({ kind }: Item): boolean => kind === 'community-question';

const answer = z.object({
  ...{ communityId: id<CommunityId>(), questionId: id<QuestionId>(), answerId: id<AnswerId>(), text },
  ...{ answeredBy: id<PersonId>().exactOptional(), answeredAt: text, changedAt: maybe, hidden },
  rev: z.number(),
});
export const toAnswerRow = (next: Answer): Item => ({
  ...{ ...answerKey(next), kind: 'community-answer', ...next },
  ...(next.answeredBy !== undefined && {
    gsi2pk: writtenByKey(next.answeredBy),
    gsi2sk: composeKey('ANSWER', next.communityId, next.questionId, next.answerId),
  }),
});
export const readAnswerRow = (row: Item): Answer => answer.parse(row);
export const isAnswerRow = ({ kind }: Item): boolean => kind === 'community-answer';

const writer = z.object({
  ...{ communityId: id<CommunityId>(), personId: id<PersonId>(), day: text },
  ...{ questions: z.number(), answers: z.number(), rev: z.number() },
});
const daySeconds = 86_400;
/** A day later it says nothing to anybody. */
const expiryOf = (day: string): number =>
  Math.floor(Date.parse(`${day}T00:00:00.000Z`) / 1000) + 2 * daySeconds;
export const toWriterRow = (next: WriterDay): Item => ({
  ...{ ...writerKey(next.communityId, next.personId), kind: 'community-writer', ...next },
  [expiryAttribute]: expiryOf(next.day),
});
export const readWriterRow = (row: Item): WriterDay => writer.parse(row);

export const toToldRow = (next: ToldDay): Item => ({
  ...{ ...toldKey(next), kind: 'community-told', ...next, [expiryAttribute]: expiryOf(next.day) },
});
const told = z.object({ questionId: id<QuestionId>() });
export const readToldRow = (row: Item): QuestionId => told.parse(row).questionId;
