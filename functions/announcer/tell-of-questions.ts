import type { AnswerId, BoardStore, Question, QuestionId } from '@sinau/collaboration/board';
import type { Community, CommunityId, CommunityStore, Member } from '@sinau/collaboration/communities';
import type { CommunityQuestionChanged } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { type NoticeId, notify } from '@sinau/notifications';
import { boardPath, questionPath } from '../shared/pair-path.ts';
import { type TellDeps, tell } from '../shared/tell.ts';
import { isHere } from './member-here.ts';

interface Deps extends TellDeps {
  readonly communities: CommunityStore;
  readonly board: BoardStore;
}

/**
 * Members hear that something was asked, askers that somebody has answered, and whoever has answered that it has helped. No notice says a word of it: what is
 * changed, hidden or taken away would stay in the inboxes of others. It goes by what is there now.
 */
export async function tellOfQuestion(deps: Deps, fact: CommunityQuestionChanged): Promise<void> {
  const communityId = fact.communityId as CommunityId;
  const [community, question] = await Promise.all([
    deps.communities.find(communityId),
    deps.board.findQuestion({ communityId, questionId: fact.questionId as QuestionId }),
  ]);
  if (!community || !question || question.hidden) return;
  if (fact.change === 'asked') return tellMembers(deps, fact, { community, question });
  const answer =
    fact.answerId === undefined
      ? undefined
      : await deps.board.findAnswer({ ...question, answerId: fact.answerId as AnswerId });
  if (!answer || answer.hidden) return;
  if (fact.change === 'answered') {
    if (question.askedBy === undefined || question.askedBy === answer.answeredBy) return;
    // However many answer on one day.
    const eventId = `question-answered:${question.questionId}:${dayOf(fact)}`;
    return tellOne(deps, { community, question, personId: question.askedBy, step: 'answered', eventId });
  }
  const { answeredBy: personId } = answer;
  if (personId === undefined || question.helpful?.answerId !== answer.answerId) return;
  // Once an answer, however often the asker changes their mind.
  const eventId = `answer-helped:${answer.answerId}`;
  await tellOne(deps, { community, question, personId, step: 'helped', eventId });
}

const dayOf = ({ occurredAt }: CommunityQuestionChanged): string => occurredAt.slice(0, 10);

/**
 * In the inbox alone and once a day, however many ask: it leads to the board, where what waits stands first. Once all have heard, the other questions
 * of the day look at nobody but whoever asked the first, which they were not told of; who joins later that day hears the next day.
 */
async function tellMembers(
  deps: Deps,
  fact: CommunityQuestionChanged,
  { community, question }: { readonly community: Community; readonly question: Question },
): Promise<void> {
  const { communityId } = community;
  const { questionId } = question;
  const [day, link] = [dayOf(fact), boardPath(communityId)];
  const first = await deps.board.firstTold(communityId, day);
  for (const member of await toTell(deps, { question, first })) {
    const { personId } = member;
    if (personId === question.askedBy || !(await isHere(deps, community, member))) continue;
    const noticeId = `questions:${communityId}:${day}:${personId}` as NoticeId;
    const params = { community: community.name, step: 'question' as const };
    await notify(deps, { kind: 'community-step', params, link, personId, noticeId });
  }
  // After all of them: what is broken off begins anew.
  if (first === undefined) await deps.board.keepTold({ communityId, day, questionId });
}

/** Everybody, and after the first question of the day its asker alone. */
async function toTell(
  { communities, board }: Deps,
  { question, first }: { readonly question: Question; readonly first: QuestionId | undefined },
): Promise<readonly Member[]> {
  const { communityId, questionId, askedBy } = question;
  if (first === undefined) return communities.membersOf(communityId);
  if (first === questionId) return [];
  const before = await board.findQuestion({ communityId, questionId: first });
  if (before?.askedBy === undefined || before.askedBy === askedBy) return [];
  const asker = await communities.findMember(communityId, before.askedBy);
  return asker ? [asker] : [];
}

/** By mail as well, as far as somebody wants mail and not in their quiet hours; nobody who is not a member any more. */
async function tellOne(
  deps: Deps,
  told: {
    readonly community: Community;
    readonly question: Question;
    readonly personId: PersonId;
    readonly step: 'answered' | 'helped';
    readonly eventId: string;
  },
): Promise<void> {
  const { community, question, personId, step, eventId } = told;
  const { communityId } = community;
  const member = await deps.communities.findMember(communityId, personId);
  if (!member || !(await isHere(deps, community, member))) return;
  const content = {
    ...{ kind: 'community-step' as const, params: { community: community.name, step } },
    link: questionPath(communityId, question.questionId),
  };
  await tell(deps, { eventId, personId }, content);
}
