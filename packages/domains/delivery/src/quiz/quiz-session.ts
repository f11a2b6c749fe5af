import type { Au } from '@sinau/cmi5';
import type { AuPrincipal } from '@sinau/kernel';
import { parseQuizParameters, type Quiz, type QuizRules } from '@sinau/quiz';
import type { AcceptDeps } from '../accept-au-statements.ts';
import { DeliveryNotFound } from '../errors.ts';
import { type PageSession, readPageSession } from '../own-page/page-session.ts';
import type { LaunchDocuments } from '../own-page/ports.ts';
import type { QuizContentPort, QuizStore } from './ports.ts';
import type { QuizKey } from './state.ts';

export interface QuizDeps extends AcceptDeps<never> {
  readonly quizzes: QuizStore;
  readonly packages: QuizContentPort;
  readonly documents: LaunchDocuments;
}

/** Everything about the running session of a quiz, as it was read. */
export interface QuizSession extends PageSession {
  readonly key: QuizKey;
  readonly originHash: string;
  readonly quiz: Quiz;
  /** As the course has set them. */
  readonly rules: QuizRules;
}

/** Rejects with `SessionEnded` and, for a part that is no quiz, `DeliveryNotFound`. */
export async function readQuizSession(deps: QuizDeps, principal: AuPrincipal): Promise<QuizSession> {
  return quizSessionOf(deps, await readPageSession(deps, principal));
}

export async function quizSessionOf(
  deps: Pick<QuizDeps, 'packages'>,
  page: PageSession,
): Promise<QuizSession> {
  const { moduleId, originHash } = page.part;
  const quiz = await deps.packages.find(originHash);
  if (!quiz) throw new DeliveryNotFound('This part of the course is no quiz.');
  const key = { registration: page.state.registration, moduleId };
  return { ...page, key, originHash, quiz, rules: rulesIn(page.au) ?? quiz.rules };
}

/** The rules that the course has set for the quiz of an AU. */
export function rulesIn(au: Au | undefined): QuizRules | undefined {
  return parseQuizParameters(au?.launchParameters)?.rules;
}
