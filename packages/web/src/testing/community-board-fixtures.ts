import type { DomainError } from '@sinau/kernel';
import type {
  BoardView,
  CommunityAnswerView,
  CommunityBoardPorts,
  CommunityQuestionView,
} from '../communities/board-ports.ts';

const hidden = { by: 'Budi <b>S</b>', reason: 'Menyebut <b>nama</b>' };
const answer: CommunityAnswerView = {
  ...{ answerId: 'a1', text: 'Dua <i>halaman</i>\ncukup', author: 'Budi <b>S</b>', isMine: false },
  ...{ answeredAt: '2026-11-21T02:00:00.000Z', isChanged: false, hasHelped: false },
};
const question: CommunityQuestionView = {
  ...{ communityId: 'penulis', questionId: 'tanya', community: 'Penulis <b>telaahan</b>', isActive: true },
  ...{ title: 'Berapa <b>halaman</b>?', text: 'Ada <i>contoh</i>?\nSatu saja', author: 'Sri', leads: false },
  ...{ askedAt: '2026-11-20T02:00:00.000Z', wordsAt: '2026-11-20T03:00:00.000Z' },
  ...{ isChanged: true, isMine: true, isUnanswered: true, answers: [] },
};
const { title: _, text: _text, ...wordless } = question;
const { text: _words, ...silent } = answer;
const { author: _author, ...nobodys } = answer;

/** Waits, of the reader; answered, with every kind of answer; seen by who leads; hidden; hidden as who leads sees it; of somebody who is gone. */
const questions: Readonly<Record<string, CommunityQuestionView>> = {
  tanya: question,
  dijawab: {
    ...{ ...question, questionId: 'dijawab', isUnanswered: false },
    answers: [
      { ...answer, hasHelped: true },
      { ...answer, answerId: 'a2', isMine: true, isChanged: true },
      { ...nobodys, answerId: 'a3' },
      { ...silent, answerId: 'a4', hidden },
      { ...silent, answerId: 'a6', hidden: { reason: '–' } },
    ],
  },
  dipimpin: {
    ...{ ...question, questionId: 'dipimpin', isMine: false, leads: true, isUnanswered: false },
    answers: [answer, { ...answer, answerId: 'a5', hidden }],
  },
  tersembunyi: { ...wordless, questionId: 'tersembunyi', isMine: false, hidden },
  disembunyikan: { ...question, questionId: 'disembunyikan', isMine: false, leads: true, hidden },
  tutup: { ...question, questionId: 'tutup', isActive: false, answers: [answer], isUnanswered: false },
};

const lineOf = ({
  communityId,
  questionId,
  title,
  author,
  askedAt,
  answers,
  hidden: is,
}: CommunityQuestionView) => ({
  ...{ communityId, questionId, askedAt, answers: answers.length, isHidden: is !== undefined },
  hasHelped: answers.some(({ hasHelped }) => hasHelped),
  ...(title !== undefined && { title }),
  ...(author !== undefined && { author }),
});

const board: BoardView = {
  ...{ communityId: 'penulis', community: 'Penulis <b>telaahan</b>', isActive: true, next: 'lagi' },
  questions: Object.values(questions).map(lineOf),
};
const boards: Readonly<Record<string, BoardView>> = {
  penulis: board,
  anggota: { communityId: 'anggota', community: 'Penulis', isActive: true, questions: [] },
  tutup: { communityId: 'tutup', community: 'Penulis', isActive: false, questions: [] },
};

export function createCommunityBoardFixtures(absent: () => DomainError): {
  readonly communityBoards: CommunityBoardPorts;
} {
  const questionOf = async (questionId: string) => {
    const found = questions[questionId];
    if (!found) throw absent();
    return found;
  };
  return {
    communityBoards: {
      async boardOf(_reader, communityId, token) {
        const found = boards[communityId];
        if (!found) throw absent();
        if (token === undefined) return found;
        const { next: _next, ...last } = found;
        return last;
      },
      questionOf: async (_reader, { questionId }) => questionOf(questionId),
      ask: async () => 'tanya',
      changeQuestion: async (_reader, { questionId }) => void (await questionOf(questionId)),
      removeQuestion: async (_reader, { questionId }) => void (await questionOf(questionId)),
      async answer(_reader, { questionId }) {
        await questionOf(questionId);
        return 'answered';
      },
      changeAnswer: async (_reader, { questionId }) => void (await questionOf(questionId)),
      removeAnswer: async (_reader, { questionId }) => void (await questionOf(questionId)),
      markHelpful: async (_reader, { questionId }) => void (await questionOf(questionId)),
      hide: async (_reader, { questionId }) => void (await questionOf(questionId)),
      show: async (_reader, { questionId }) => void (await questionOf(questionId)),
    },
  };
}
