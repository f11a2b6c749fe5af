import type { PersonId } from '@sinau/kernel';
import type { Community } from '../communities/community.ts';
import type { Answer, Question } from './board.ts';
import {
  type AskedBoard,
  type AskedQuestion,
  type BoardDeps,
  requireQuestion,
  seenBoard,
} from './seen-board.ts';

type Deps = Pick<BoardDeps, 'communities' | 'board'>;

/** A page of the board: what nobody has answered first. */
export async function listQuestions(
  deps: Deps,
  input: AskedBoard & { readonly limit: number; readonly after?: string | undefined },
): Promise<{
  readonly community: Community;
  readonly leads: boolean;
  readonly questions: readonly Question[];
  readonly next?: string;
}> {
  const { community, leads } = await seenBoard(deps, input);
  const { limit, after } = input;
  const page = await deps.board.list(input.communityId, { limit, after });
  return { community, leads, ...page };
}

/** A question with its answers: the one that has helped first, then as they came. */
export async function readQuestion(
  deps: Deps,
  input: AskedQuestion,
): Promise<{
  readonly community: Community;
  readonly leads: boolean;
  readonly question: Question;
  readonly answers: readonly Answer[];
}> {
  const { community, leads } = await seenBoard(deps, input);
  const [question, all] = await Promise.all([requireQuestion(deps, input), deps.board.answersOf(input)]);
  const hasHelped = ({ answerId }: Answer) => answerId === question.helpful?.answerId;
  const answers = all.toSorted(
    (a, b) => Number(hasHelped(b)) - Number(hasHelped(a)) || (a.answeredAt < b.answeredAt ? -1 : 1),
  );
  return { community, leads, question, answers };
}

/** Whether somebody may read words that a facilitator has hidden: they are theirs, or they lead. */
export const seesHidden = (
  author: PersonId | undefined,
  { personId, leads }: { readonly personId: PersonId; readonly leads: boolean },
): boolean => leads || author === personId;
