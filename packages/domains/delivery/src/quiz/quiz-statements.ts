import { agentOf, durationOf } from '@sinau/cmi5';
import { type Digest, uuidOfParts } from '@sinau/kernel';
import { gradeResponse, interactionDefinition, type Question, responseText } from '@sinau/quiz';
import type { Activity, Statement } from '@sinau/xapi';
import type { PageSession } from '../own-page/page-session.ts';
import { inSession } from '../own-page/page-statements.ts';
import { type AttemptNote, answerTo, type QuizAttempt, type QuizKey } from './state.ts';

/** Namespace of the ids of statements about attempts; it must never change. */
const namespace = '0f6d9c9e-6f55-4d6e-9a51-7d1a1d0a4c2b';

const verb = (name: string) => ({ id: `http://adlnet.gov/expapi/verbs/${name}`, display: { en: name } });
const activity = (id: string): Activity => ({ objectType: 'Activity', id });

/** What statements about one attempt have in common. */
interface About {
  readonly digest: Pick<Digest, 'sha1'>;
  readonly page: PageSession;
  readonly of: QuizKey & { readonly number: number };
}

const idOf = ({ digest, of }: About, ...what: readonly string[]): string =>
  uuidOfParts(digest, namespace, [of.registration, of.moduleId, String(of.number), ...what]);

/** Activity id of a question: below the one of its AU, so that nobody else has it. */
export function questionActivityId(auActivityId: string, questionId: string): string {
  return `${auActivityId}/questions/${encodeURIComponent(questionId)}`;
}

/** True for ids that `questionActivityId` has made, whatever the course. */
export function isQuestionActivity(activityBase: string, activityId: string): boolean {
  if (!activityId.startsWith(`${activityBase}/`)) return false;
  return /^[^/]+\/au\/[0-9a-f]+\/questions\/[^/]+$/.test(activityId.slice(activityBase.length + 1));
}

function attemptActivity(about: About): Activity {
  const { terms } = about.page.session;
  return {
    ...activity(`${terms.activityId}/attempts/${idOf(about, 'attempt')}`),
    definition: { type: 'http://adlnet.gov/expapi/activities/attempt', name: about.page.au.title },
  };
}

function statementOf(
  about: About,
  said: Pick<Statement, 'verb' | 'object' | 'result'> & {
    readonly what: readonly string[];
    readonly at: string;
  },
): Statement {
  const { page } = about;
  const { terms } = page.session;
  const { what, at, ...rest } = said;
  const attempt = attemptActivity(about);
  const aboutAttempt = 'id' in rest.object && rest.object.id === attempt.id;
  return inSession(page, {
    id: idOf(about, ...what),
    timestamp: at,
    actor: agentOf(terms.actor),
    ...rest,
    context: {
      contextActivities: {
        parent: [activity(terms.activityId)],
        ...(!aboutAttempt && { grouping: [attempt] }),
      },
    },
  });
}

export function attemptedStatement(about: About, { startedAt }: Pick<AttemptNote, 'startedAt'>): Statement {
  return statementOf(about, {
    what: ['attempted'],
    at: startedAt,
    verb: verb('attempted'),
    object: attemptActivity(about),
  });
}

/** The attempt as a whole: what all of its questions came to. */
export function attemptCompletedStatement(about: About, note: AttemptNote): Statement {
  const { result, startedAt } = note;
  if (!result) throw new TypeError('an open attempt has come to nothing yet');
  const { points: raw, maxPoints: max, scaled, passed, at } = result;
  return statementOf(about, {
    what: ['completed'],
    at,
    verb: verb('completed'),
    object: attemptActivity(about),
    result: {
      completion: true,
      ...(passed !== undefined && { success: passed }),
      score: { scaled, raw, min: 0, max },
      duration: durationOf(Date.parse(at) - Date.parse(startedAt)),
    },
  });
}

/**
 * One a question that was answered. What is right stands in its definition, for the statistics of item banks; content and
 * learners are not shown it (case C5).
 */
export function answeredStatements(
  about: About,
  attempt: QuizAttempt,
  questions: readonly Question[],
): readonly Statement[] {
  return questions.flatMap((question) => {
    const answer = answerTo(attempt, question.questionId);
    if (!answer?.response) return [];
    const { share, points, correct } = gradeResponse(question, answer.response);
    const object: Activity = {
      ...activity(questionActivityId(about.page.session.terms.activityId, question.questionId)),
      definition: interactionDefinition(question, { language: 'und' }),
    };
    return statementOf(about, {
      what: ['answered', question.questionId],
      at: answer.at,
      verb: verb('answered'),
      object,
      result: {
        response: responseText(question, answer.response),
        success: correct,
        score: { scaled: share, raw: points, min: 0, max: question.points },
        duration: durationOf(answer.seconds * 1000),
      },
    });
  });
}
