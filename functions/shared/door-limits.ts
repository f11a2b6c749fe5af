import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createRateCounter, createRateLimiter, type RateLimiter } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';

/** The limiter of one door, counted in the LMS table over all its processes. */
export function createDoorLimiter(given: {
  readonly door: 'xapi' | 'records' | 'token' | 'api' | 'dispatch' | 'scorm' | 'quiz' | 'lti' | 'scim';
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly log: Log;
  readonly clientPerSecond: number;
  /** Given where running content calls. */
  readonly sessionPerSecond?: number;
}): RateLimiter {
  const { door, dynamo, table, log, clientPerSecond, sessionPerSecond = clientPerSecond } = given;
  return createRateLimiter({
    door,
    counter: createRateCounter({ dynamo, table }),
    limits: { clientPerSecond, sessionPerSecond },
    clock: systemClock,
    log,
  });
}
