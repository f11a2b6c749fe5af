import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { type Community, type CommunityId, facilitates, isInside } from '../communities/community.ts';
import { CommunityChanged, CommunityNotFound, CommunityNotNow } from '../communities/errors.ts';
import { seenCommunity } from '../communities/lead.ts';
import type { CommunityStore } from '../communities/ports.ts';
import type { Answer, AnswerId, Question, QuestionId } from './board.ts';
import type { BoardChange, BoardStore } from './ports.ts';

export interface BoardDeps {
  readonly communities: CommunityStore;
  readonly board: BoardStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface AskedBoard {
  readonly principal: PersonPrincipal;
  readonly communityId: CommunityId;
}

export interface AskedQuestion extends AskedBoard {
  readonly questionId: QuestionId;
}

export interface AskedAnswer extends AskedQuestion {
  readonly answerId: AnswerId;
}

export interface SeenBoard {
  readonly community: Community;
  /** The reader leads the community. */
  readonly leads: boolean;
}

/** The board is for those who are in the community now; to others there is none. */
export async function seenBoard(deps: Pick<BoardDeps, 'communities'>, asked: AskedBoard): Promise<SeenBoard> {
  const { community, member } = await seenCommunity(deps, asked);
  if (!isInside(community, member, asked.principal)) throw new CommunityNotFound();
  return { community, leads: facilitates(member) };
}

/** A board that takes words: that of a community which is active. */
export async function writableBoard(
  deps: Pick<BoardDeps, 'communities'>,
  asked: AskedBoard,
): Promise<SeenBoard> {
  const seen = await seenBoard(deps, asked);
  if (seen.community.state === 'closed') throw new CommunityNotNow();
  return seen;
}

export async function requireQuestion(
  { board }: Pick<BoardDeps, 'board'>,
  { communityId, questionId }: Pick<AskedQuestion, 'communityId' | 'questionId'>,
): Promise<Question> {
  const question = await board.findQuestion({ communityId, questionId });
  if (!question) throw new CommunityNotFound();
  return question;
}

export async function requireAnswer(
  { board }: Pick<BoardDeps, 'board'>,
  { communityId, questionId, answerId }: Pick<AskedAnswer, 'communityId' | 'questionId' | 'answerId'>,
): Promise<Answer> {
  const answer = await board.findAnswer({ communityId, questionId, answerId });
  if (!answer) throw new CommunityNotFound();
  return answer;
}

/** Others answer, mark and hide in the same moment. */
const rounds = 20;

/** Makes a change of what stands there then, and again where somebody was quicker. Whether there was one to make. */
export async function changeBoard(
  { board }: Pick<BoardDeps, 'board'>,
  changeOf: () => Promise<BoardChange | undefined>,
): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    const change = await changeOf();
    if (!change) return false;
    if ((await board.change(change)) === 'saved') return true;
  }
  throw new CommunityChanged();
}
