import type { PersonId } from '@sinau/kernel';
import { CommunityNotNow } from '../communities/errors.ts';
import { boardLimits, isUnanswered, type Question, type QuestionId, type WriterDay } from './board.ts';
import { QuestionAnswered, WrittenEnough } from './errors.ts';
import {
  type AskedBoard,
  type AskedQuestion,
  type BoardDeps,
  changeBoard,
  requireQuestion,
  seenBoard,
  writableBoard,
} from './seen-board.ts';

export interface QuestionWords {
  readonly title: string;
  readonly text: string;
}

/** A member asks the others. */
export async function askQuestion(
  deps: BoardDeps,
  input: AskedBoard & { readonly words: QuestionWords },
): Promise<QuestionId> {
  const { principal, communityId, words } = input;
  await writableBoard(deps, input);
  const questionId = deps.ids.uuid() as QuestionId;
  const now = deps.clock.now().toISOString();
  const question: Question = {
    ...{ communityId, questionId, ...words, askedBy: principal.personId, askedAt: now },
    ...{ answers: 0, rev: 0 },
  };
  await changeBoard(deps, async () => ({
    question,
    writer: await writerWith(deps, { ...input, what: 'questions' }),
  }));
  return questionId;
}

/** What somebody has written today with one more, or too much. */
export async function writerWith(
  { board, clock }: Pick<BoardDeps, 'board' | 'clock'>,
  { principal, communityId, what }: AskedBoard & { readonly what: 'questions' | 'answers' },
): Promise<WriterDay> {
  const { personId } = principal;
  const day = clock.now().toISOString().slice(0, 10);
  const last = await board.findWriter(communityId, personId);
  const none = { communityId, personId, day, questions: 0, answers: 0, rev: last?.rev ?? 0 };
  const before: WriterDay = last?.day === day ? last : none;
  const most = { questions: boardLimits.questionsADay, answers: boardLimits.answersADay }[what];
  if (before[what] >= most) throw new WrittenEnough();
  return { ...before, [what]: before[what] + 1 };
}

/** The asker says it in other words, while nobody has answered. */
export async function changeQuestion(
  deps: BoardDeps,
  input: AskedQuestion & { readonly words: QuestionWords },
): Promise<void> {
  await writableBoard(deps, input);
  await changeBoard(deps, async () => {
    const question = await ownQuestion(deps, input);
    if (question.hidden) throw new CommunityNotNow();
    return { question: { ...question, ...input.words, changedAt: deps.clock.now().toISOString() } };
  });
}

/** The asker takes it away for good, while nobody has answered; answers that were hidden go with it. */
export async function removeQuestion(deps: BoardDeps, input: AskedQuestion): Promise<void> {
  await seenBoard(deps, input);
  await changeBoard(deps, async () => {
    const question = await ownQuestion(deps, input);
    return { gone: { question, answers: await deps.board.answersOf(input) } };
  });
}

async function ownQuestion(deps: BoardDeps, asked: AskedQuestion): Promise<Question> {
  const question = await requireQuestion(deps, asked);
  if (!isAsker(question, asked.principal.personId)) throw new CommunityNotNow();
  if (!isUnanswered(question)) throw new QuestionAnswered();
  return question;
}

export const isAsker = ({ askedBy }: Question, personId: PersonId): boolean => askedBy === personId;
