import { CommunityFull, CommunityNotNow } from '../communities/errors.ts';
import { isAsker, writerWith } from './ask.ts';
import { type Answer, type AnswerId, boardLimits, type Question, wordsAt } from './board.ts';
import { AnswerMarked } from './errors.ts';
import {
  type AskedAnswer,
  type AskedQuestion,
  type BoardDeps,
  changeBoard,
  requireAnswer,
  requireQuestion,
  seenBoard,
  writableBoard,
} from './seen-board.ts';

/**
 * A member answers; whoever has asked may, to say what they found out. `asOf`: `wordsAt` of the question as they have read it. Undefined, and nothing
 * is kept: the asker has changed its words since.
 */
export async function answerQuestion(
  deps: BoardDeps,
  input: AskedQuestion & { readonly text: string; readonly asOf?: string | undefined },
): Promise<AnswerId | undefined> {
  const { communityId, questionId, principal, text, asOf } = input;
  await writableBoard(deps, input);
  const answerId = deps.ids.uuid() as AnswerId;
  const answer: Answer = {
    ...{ communityId, questionId, answerId, text, answeredBy: principal.personId },
    ...{ answeredAt: deps.clock.now().toISOString(), rev: 0 },
  };
  const isKept = await changeBoard(deps, async () => {
    const question = await requireQuestion(deps, input);
    if (question.hidden) throw new CommunityNotNow();
    if (asOf !== undefined && asOf !== wordsAt(question)) return undefined;
    if (question.answers >= boardLimits.answersOfQuestion) throw new CommunityFull();
    const rows = await deps.board.answersOf(input);
    if (rows.length >= boardLimits.answerRowsOfQuestion) throw new CommunityFull();
    const writer = await writerWith(deps, { ...input, what: 'answers' });
    return { answer, question: { ...question, answers: question.answers + 1 }, writer };
  });
  return isKept ? answerId : undefined;
}

/** Its author says it in other words, but for one that has helped: it stays as it was read. */
export async function changeAnswer(
  deps: BoardDeps,
  input: AskedAnswer & { readonly text: string },
): Promise<void> {
  await writableBoard(deps, input);
  await changeBoard(deps, async () => {
    const { question, answer } = await ownAnswer(deps, input);
    if (answer.hidden || question.hidden) throw new CommunityNotNow();
    if (question.helpful?.answerId === answer.answerId) throw new AnswerMarked();
    const changed = { ...answer, text: input.text, changedAt: deps.clock.now().toISOString() };
    // With the question, as it may be marked in the same moment.
    return { answer: changed, question };
  });
}

/** Its author takes it away for good, and with it the mark that it has helped. */
export async function removeAnswer(deps: BoardDeps, input: AskedAnswer): Promise<void> {
  await seenBoard(deps, input);
  await changeBoard(deps, async () => {
    const { question, answer } = await ownAnswer(deps, input);
    return { question: withoutAnswer(question, answer), gone: { answers: [answer] } };
  });
}

async function ownAnswer(
  deps: BoardDeps,
  asked: AskedAnswer,
): Promise<{ readonly question: Question; readonly answer: Answer }> {
  const [question, answer] = await Promise.all([requireQuestion(deps, asked), requireAnswer(deps, asked)]);
  if (answer.answeredBy !== asked.principal.personId) throw new CommunityNotNow();
  return { question, answer };
}

/** The question as it is once members do not see that answer any more. */
export function withoutAnswer(question: Question, { answerId, hidden }: Answer): Question {
  const { helpful, ...rest } = question;
  return {
    ...rest,
    ...(helpful && helpful.answerId !== answerId && { helpful }),
    answers: question.answers - (hidden ? 0 : 1),
  };
}

/** The asker says which answer of somebody else has helped, or of none that it has. */
export async function markHelpful(
  deps: BoardDeps,
  input: AskedQuestion & { readonly answerId?: AnswerId },
): Promise<void> {
  await writableBoard(deps, input);
  await changeBoard(deps, async () => {
    const question = await requireQuestion(deps, input);
    if (!isAsker(question, input.principal.personId) || question.hidden) throw new CommunityNotNow();
    const { helpful: before, ...rest } = question;
    const { answerId } = input;
    if (answerId === before?.answerId) return undefined;
    if (answerId === undefined) return { question: rest };
    const answer = await requireAnswer(deps, { ...input, answerId });
    if (answer.hidden || answer.answeredBy === input.principal.personId) throw new CommunityNotNow();
    return { question: { ...rest, helpful: { answerId, at: deps.clock.now().toISOString() } } };
  });
}
