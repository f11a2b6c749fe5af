import type { Au } from '@sinau/cmi5';
import {
  type ChoiceQuestion,
  defaultQuizRules,
  type OpenAttempt,
  type Quiz,
  type QuizMessage,
  type QuizRules,
  textOf,
} from '@sinau/quiz';
import { authenticateAuToken } from '../authenticate-au-token.ts';
import { fetchAuthToken } from '../fetch-auth-token.ts';
import type { LaunchDeps, LaunchRequest } from '../launch-au.ts';
import { leaveQuiz, reviewAttempt, saveAnswers, submitAttempt } from '../quiz/answer-quiz.ts';
import type { QuizStore } from '../quiz/ports.ts';
import type { QuizDeps } from '../quiz/quiz-session.ts';
import { beginQuizAttempt, startQuiz } from '../quiz/start-quiz.ts';
import { contentOf, courseOf, deliveryWorld, fetchIdIn } from './delivery-world.ts';
import { memoryQuizStore } from './memory-quiz-store.ts';

/** A question whose right choice is `a`. */
export function choiceOf(questionId: string, over: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  return {
    ...{ kind: 'choice', questionId, title: questionId, points: 1, multiple: false, shuffle: true },
    prompt: textOf(`Pertanyaan ${questionId}?`),
    explanation: textOf(`Penjelasan ${questionId}.`),
    choices: [
      { id: 'a', text: textOf('Benar'), share: 1, feedback: textOf('Tepat.') },
      { id: 'b', text: textOf('Salah'), share: 0 },
      { id: 'c', text: textOf('Keliru'), share: 0, feedback: textOf('Bukan ini.') },
    ],
    ...over,
  };
}

/** A quiz of so many such questions. */
export function quizOf(questions: number, rules: Partial<QuizRules> = {}): Quiz {
  const all = Array.from({ length: questions }, (_, n) => choiceOf(`q${n + 1}`));
  return {
    v: 1,
    title: 'Kuis',
    sections: [{ sectionId: 's1', questions: all }],
    rules: { ...defaultQuizRules, ...rules },
  };
}

/** Delivery of one quiz to one learner, on memory or on the stores that are given. */
export function quizWorld(
  quiz: Quiz,
  given: Partial<Pick<LaunchDeps, 'registrations' | 'records' | 'ids'>> & {
    readonly registration?: string;
    readonly quizzes?: QuizStore;
    readonly au?: Partial<Au>;
  } = {},
) {
  const { quizzes = memoryQuizStore(), au = {}, ...stores } = given;
  const { passMark } = quiz.rules;
  const structure = courseOf([[au.moveOn ?? 'CompletedOrPassed']], {
    ...(passMark !== undefined && { masteryScore: passMark }),
    ...au,
  });
  const world = deliveryWorld(structure, stores);
  const packages = new Map([['a'.repeat(32), quiz]]);
  const part = { kind: 'quiz', originHash: 'a'.repeat(32) } as { kind: 'quiz'; originHash: string };
  const content = contentOf(structure);
  const deps = {
    ...world.deps,
    content: {
      find: async (courseId: string) =>
        courseId === 'c1'
          ? { ...content, parts: content.parts.map((one) => ({ ...one, ...part })) }
          : undefined,
    },
    quizzes,
    packages: { find: async (originHash: string) => packages.get(originHash) },
    documents: {
      ...world.deps.documents,
      readLaunch: async () => ({ returnUrl: 'https://sinau.example/learn/c1', locale: 'id' as const }),
    },
  } satisfies QuizDeps & LaunchDeps;
  // The launch asks the same catalogue.
  world.deps.content.find = deps.content.find;

  /** Launches the quiz, and starts it as its page does. */
  async function open(request: Partial<LaunchRequest> = {}) {
    const launched = await world.launch(request);
    const answer = await fetchAuthToken(world.deps, fetchIdIn(launched.url));
    const token = 'auth-token' in answer ? answer['auth-token'] : '';
    const principal = await authenticateAuToken(world.deps, token);
    if (!principal) throw new Error('the token of a fresh launch does not authenticate');
    const page = async () => {
      const started = await startQuiz(deps, { principal });
      let sequence = 0;
      const next = (attempt: number, answers: QuizMessage['answers'], place?: string): QuizMessage => {
        sequence += 1;
        return { attempt, run: started.run, sequence, answers, ...(place !== undefined && { place }) };
      };
      return { started, next };
    };
    const first = await page();
    return {
      ...{ launched, token, principal, page, ...first },
      begin: () => beginQuizAttempt(deps, { principal }),
      save: (message: QuizMessage) => saveAnswers(deps, { principal, message }),
      submit: (message: QuizMessage) => submitAttempt(deps, { principal, message }),
      review: (attempt: number) => reviewAttempt(deps, { principal, attempt }),
      leave: () => leaveQuiz(deps, { principal }),
    };
  }

  const verbs = () =>
    world.records.statements.map(({ verb, context }) => {
      const own = JSON.stringify(context?.contextActivities?.category ?? []).includes('categories/cmi5');
      const name = verb.id.slice(verb.id.lastIndexOf('/') + 1);
      const lms = ['launched', 'abandoned', 'satisfied', 'waived'].includes(name);
      return own || lms ? name : `quiz:${name}`;
    });
  return { ...world, deps, quizzes, open, verbs, packages, part };
}

/** An answer to a shown question: the choice with this text. */
export function choose(attempt: OpenAttempt, questionId: string, text: 'Benar' | 'Salah' | 'Keliru') {
  const question = attempt.questions.find((one) => one.questionId === questionId);
  if (question?.kind !== 'choice') throw new Error(`no choice ${questionId}`);
  const wanted = JSON.stringify(textOf(text));
  const choice = question.choices.find((one) => JSON.stringify(one.text) === wanted);
  const response = { kind: 'choice', choiceIds: [choice?.id ?? ''] };
  return { questionId, response, flagged: false, seconds: 5 };
}
