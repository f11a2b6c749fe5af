import { CommunityNotNow } from '../communities/errors.ts';
import { withoutAnswer } from './answer.ts';
import type { AnswerId, Hidden } from './board.ts';
import {
  type AskedQuestion,
  type BoardDeps,
  changeBoard,
  requireAnswer,
  requireQuestion,
  seenBoard,
} from './seen-board.ts';

type AskedWords = AskedQuestion & {
  /** Absent: the question itself. */
  readonly answerId?: AnswerId;
};

/** A facilitator takes words out of sight; its author and those who lead go on seeing them, and everybody the reason. */
export async function hideWords(
  deps: BoardDeps,
  input: AskedWords & { readonly reason: string },
): Promise<void> {
  await requireLead(deps, input);
  const hidden: Hidden = {
    ...{ by: input.principal.personId, at: deps.clock.now().toISOString(), reason: input.reason },
  };
  await changeBoard(deps, async () => {
    const question = await requireQuestion(deps, input);
    const { answerId } = input;
    if (answerId === undefined) {
      if (question.hidden) throw new CommunityNotNow();
      return { question: { ...question, hidden } };
    }
    const answer = await requireAnswer(deps, { ...input, answerId });
    if (answer.hidden) throw new CommunityNotNow();
    return { question: withoutAnswer(question, answer), answer: { ...answer, hidden } };
  });
}

/** They are seen again. That an answer has helped has to be said anew. */
export async function showWords(deps: BoardDeps, input: AskedWords): Promise<void> {
  await requireLead(deps, input);
  await changeBoard(deps, async () => {
    const question = await requireQuestion(deps, input);
    const { answerId } = input;
    if (answerId === undefined) {
      const { hidden, ...shown } = question;
      if (!hidden) throw new CommunityNotNow();
      return { question: shown };
    }
    const { hidden, ...answer } = await requireAnswer(deps, { ...input, answerId });
    if (!hidden) throw new CommunityNotNow();
    return { question: { ...question, answers: question.answers + 1 }, answer };
  });
}

async function requireLead(deps: BoardDeps, input: AskedWords): Promise<void> {
  if (!(await seenBoard(deps, input)).leads) throw new CommunityNotNow();
}
