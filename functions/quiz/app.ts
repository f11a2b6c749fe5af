import {
  beginQuizAttempt,
  leaveQuiz,
  type QuizDeps,
  reviewAttempt,
  saveAnswers,
  startQuiz,
  submitAttempt,
} from '@sinau/delivery';
import type { AuPrincipal } from '@sinau/kernel';
import { type AppEnv, createHttpApp, type HttpApp, type RateLimiter } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import { quizMessageSchema, quizReviewSchema } from '@sinau/quiz';
import type { Context } from 'hono';
import { auDoorCors, auOf, authenticateAu, readMessage } from '../shared/au-door.ts';

export interface QuizAppDeps {
  readonly quiz: QuizDeps;
  readonly rateLimiter: RateLimiter;
  readonly log: Log;
}

/** 500 answers of 1,000 characters and what stands around them. */
const maxMessageBytes = 2 * 1024 * 1024;

/** What the page of a quiz on its content origin speaks to. The server knows the time, the answers and the attempts. */
export function createQuizApp({ quiz, log, rateLimiter }: QuizAppDeps): HttpApp {
  const app = createHttpApp({
    name: 'quiz',
    authenticate: authenticateAu(quiz),
    log,
    rateLimiter,
    clock: quiz.clock,
    ids: quiz.ids,
    maxBodyBytes: maxMessageBytes,
    compress: true,
    cors: auDoorCors,
  });
  const post = (path: string, act: (principal: AuPrincipal, c: Context<AppEnv>) => Promise<object>) =>
    app.route(
      { method: 'POST', path: `/launch/quiz/${path}`, access: ['au'], replayable: false },
      async (c) => c.json(await act(auOf(c.get('principal')), c)),
    );
  const message = async (c: Context<AppEnv>) => readMessage(quizMessageSchema, await c.req.text());

  post('start', (principal) => startQuiz(quiz, { principal }));
  post('attempts', (principal) => beginQuizAttempt(quiz, { principal }));
  post('answers', async (principal, c) => saveAnswers(quiz, { principal, message: await message(c) }));
  post('submit', async (principal, c) => submitAttempt(quiz, { principal, message: await message(c) }));
  post('review', async (principal, c) => {
    const { attempt } = readMessage(quizReviewSchema, await c.req.text());
    return reviewAttempt(quiz, { principal, attempt });
  });
  post('leave', (principal) => leaveQuiz(quiz, { principal }));
  return app;
}
