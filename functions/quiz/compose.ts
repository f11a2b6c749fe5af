import type { RecordStore } from '@sinau/lrs/dynamo';
import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { createDoorLimiter } from '../shared/door-limits.ts';
import type { Parts } from '../shared/parts.ts';
import { createQuizParts } from '../shared/quiz-parts.ts';
import type { QuizAppDeps } from './app.ts';
import type { envSchema } from './env.ts';

/** The door on its stores, in AWS and on one machine alike. */
export function composeQuiz(given: {
  readonly parts: Parts;
  /** One per process, since its horizon must know of every write. */
  readonly records: RecordStore;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): QuizAppDeps {
  const { parts, env, log } = given;
  return {
    quiz: createQuizParts(given),
    rateLimiter: createDoorLimiter({
      dynamo: parts.dynamo,
      table: env.LMS_TABLE,
      door: 'quiz',
      log,
      clientPerSecond: env.QUIZ_SESSION_REQUESTS_PER_SECOND,
    }),
    log,
  };
}
