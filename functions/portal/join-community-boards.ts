import {
  type Answer,
  type AnswerId,
  answerQuestion,
  askQuestion,
  changeAnswer,
  changeQuestion,
  type Hidden,
  hideWords,
  isUnanswered,
  listQuestions,
  markHelpful,
  type Question,
  type QuestionId,
  readQuestion,
  removeAnswer,
  removeQuestion,
  seesHidden,
  showWords,
  wordsAt,
} from '@sinau/collaboration/board';
import type { CommunityId } from '@sinau/collaboration/communities';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import type {
  CommunityAnswerView,
  CommunityBoardPorts,
  CommunityQuestionLine,
  CommunityQuestionView,
  HiddenView,
} from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<PortalDeps, 'collaboration' | 'people' | 'signer'>;

const pageSize = 20;
const idsOf = (at: { readonly communityId: string; readonly questionId: string }) => ({
  ...{ communityId: at.communityId as CommunityId, questionId: at.questionId as QuestionId },
});
const answerOf = (at: Parameters<typeof idsOf>[0] & { readonly answerId: string }) => ({
  ...{ ...idsOf(at), answerId: at.answerId as AnswerId },
});
const whichOf = (answerId: string | undefined) =>
  answerId === undefined ? {} : { answerId: answerId as AnswerId };

/** What people of a community ask each other. */
export function joinCommunityBoards(deps: Deps): CommunityBoardPorts {
  return {
    async boardOf(principal, communityId, token) {
      const pages = sealedPages(deps, { list: 'community-board', by: principal, of: communityId });
      const asked = { principal, communityId: communityId as CommunityId, limit: pageSize };
      const page = await listQuestions(await deps.collaboration(), { ...asked, ...pages.open(token) });
      const { community, leads, questions, next } = page;
      const names = namesOf(deps);
      return {
        ...{ communityId, community: community.name, isActive: community.state === 'active' },
        questions: await inTurns(questions, (one) => lineOf(one, { principal, leads, names })),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
    questionOf: (principal, at) => viewOf(deps, principal, at),
    ask: async (principal, communityId, words) =>
      askQuestion(await deps.collaboration(), { principal, communityId: communityId as CommunityId, words }),
    changeQuestion: async (principal, at, words) =>
      changeQuestion(await deps.collaboration(), { principal, ...idsOf(at), words }),
    removeQuestion: async (principal, at) =>
      removeQuestion(await deps.collaboration(), { principal, ...idsOf(at) }),
    answer: async (principal, at, { text, asOf }) =>
      (await answerQuestion(await deps.collaboration(), { principal, ...idsOf(at), text, asOf })) ===
      undefined
        ? 'reworded'
        : 'answered',
    changeAnswer: async (principal, at, text) =>
      changeAnswer(await deps.collaboration(), { principal, ...answerOf(at), text }),
    removeAnswer: async (principal, at) =>
      removeAnswer(await deps.collaboration(), { principal, ...answerOf(at) }),
    markHelpful: async (principal, at, answerId) =>
      markHelpful(await deps.collaboration(), { principal, ...idsOf(at), ...whichOf(answerId) }),
    hide: async (principal, at, { answerId, reason }) =>
      hideWords(await deps.collaboration(), { principal, ...idsOf(at), ...whichOf(answerId), reason }),
    show: async (principal, at, answerId) =>
      showWords(await deps.collaboration(), { principal, ...idsOf(at), ...whichOf(answerId) }),
  };
}

type Names = (personId: PersonId | undefined) => Promise<string | undefined>;

/** Each person is looked up once; undefined for those who are not there any more. */
function namesOf({ people }: Pick<Deps, 'people'>): Names {
  const known = new Map<PersonId, Promise<string | undefined>>();
  return async (personId) => {
    if (personId === undefined) return undefined;
    const name = known.get(personId) ?? people.find(personId).then((person) => person?.name);
    known.set(personId, name);
    return name;
  };
}

interface Reading {
  readonly principal: PersonPrincipal;
  readonly leads: boolean;
  readonly names: Names;
}

const mayRead = (
  { hidden }: Pick<Question, 'hidden'>,
  author: PersonId | undefined,
  { principal: { personId }, leads }: Reading,
): boolean => !hidden || seesHidden(author, { personId, leads });

const authorOf = (name: string | undefined) => (name === undefined ? {} : { author: name });

async function lineOf(question: Question, reading: Reading): Promise<CommunityQuestionLine> {
  const { communityId, questionId, title, askedBy, askedAt, answers, helpful, hidden } = question;
  return {
    ...{ communityId, questionId, askedAt, answers },
    ...(mayRead(question, askedBy, reading) && { title }),
    ...authorOf(await reading.names(askedBy)),
    ...{ hasHelped: helpful !== undefined, isHidden: hidden !== undefined },
  };
}

async function hiddenView(hidden: Hidden | undefined, names: Names): Promise<{ hidden?: HiddenView }> {
  if (!hidden) return {};
  const by = await names(hidden.by);
  return { hidden: { ...(by !== undefined && { by }), reason: hidden.reason } };
}

async function viewOf(
  deps: Deps,
  principal: PersonPrincipal,
  at: Parameters<typeof idsOf>[0],
): Promise<CommunityQuestionView> {
  const asked = { principal, ...idsOf(at) };
  const { community, leads, question, answers } = await readQuestion(await deps.collaboration(), asked);
  const reading = { principal, leads, names: namesOf(deps) };
  const { communityId, questionId, title, text, askedBy, askedAt, changedAt, hidden } = question;
  return {
    ...{ communityId, questionId, community: community.name, isActive: community.state === 'active', leads },
    ...(mayRead(question, askedBy, reading) && { title, text }),
    ...authorOf(await reading.names(askedBy)),
    ...{ askedAt, wordsAt: wordsAt(question), isChanged: changedAt !== undefined },
    ...{ isMine: askedBy === principal.personId },
    ...(await hiddenView(hidden, reading.names)),
    isUnanswered: isUnanswered(question),
    answers: await inTurns(
      // Answers go out of sight with what they answer, but for their own authors.
      answers.filter(
        ({ answeredBy }) => mayRead(question, askedBy, reading) || answeredBy === principal.personId,
      ),
      (answer) => answerView(answer, question, reading),
    ),
  };
}

async function answerView(
  answer: Answer,
  question: Question,
  reading: Reading,
): Promise<CommunityAnswerView> {
  const { answerId, text, answeredBy, answeredAt, changedAt, hidden } = answer;
  return {
    ...{ answerId, answeredAt, isChanged: changedAt !== undefined },
    ...(mayRead(answer, answeredBy, reading) && { text }),
    ...authorOf(await reading.names(answeredBy)),
    ...{ isMine: answeredBy === reading.principal.personId },
    hasHelped: question.helpful?.answerId === answerId,
    ...(await hiddenView(hidden, reading.names)),
  };
}
