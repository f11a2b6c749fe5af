import type { PersonId } from '@sinau/kernel';
import type { Answer, AnswerId, Question, QuestionId } from '../board/board.ts';
import type { CommunityId } from '../communities/community.ts';

export const questionSample = (over: Partial<Question> = {}): Question => ({
  ...{ communityId: 'k1' as CommunityId, questionId: 'q1' as QuestionId, title: 'Berapa halaman telaahan?' },
  ...{ text: 'Ada yang punya contoh?', askedBy: 'sri' as PersonId, askedAt: '2026-03-02T05:00:00.000Z' },
  ...{ answers: 0, rev: 0 },
  ...over,
});

export const answerSample = (over: Partial<Answer> = {}): Answer => ({
  ...{ communityId: 'k1' as CommunityId, questionId: 'q1' as QuestionId, answerId: 'a1' as AnswerId },
  ...{ text: 'Dua halaman cukup.', answeredBy: 'budi' as PersonId, answeredAt: '2026-03-02T06:00:00.000Z' },
  rev: 0,
  ...over,
});
