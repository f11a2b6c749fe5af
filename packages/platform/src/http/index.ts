export {
  type AppEnv,
  createHttpApp,
  type HttpApp,
  type HttpAppOptions,
  refuseOverRate,
} from './create-http-app.ts';
export { createPartedApp, type PartedApp, type WholeApp } from './create-parted-app.ts';
export {
  AccessDenied,
  CrossOrigin,
  IdempotencyConflict,
  IdempotencyInProgress,
  MethodNotAllowed,
  NotAcceptable,
  NotFound,
  NotSignedIn,
  TooLarge,
  TooManyRequests,
  UnsupportedMediaType,
  ViewOnly,
} from './errors.ts';
export { forClientsOf } from './for-clients-of.ts';
export type { IdempotencyStore, StoredResponse } from './idempotency.ts';
export { createIdempotencyStore } from './idempotency-store.ts';
export { logFailure } from './log-failure.ts';
export type { ReadingNotes } from './note-reads.ts';
export { type Problem, problemOf } from './problem.ts';
export { createRateCounter } from './rate-counter.ts';
export {
  createRateLimiter,
  type RateCounter,
  type RateDecision,
  type RateLimiter,
  type RateLimits,
  rateWindowSeconds,
} from './rate-limit.ts';
export { readJson } from './read-json.ts';
export type { CorsRule, Reads, RouteDeclaration, RouteSpec } from './route.ts';
export { applyCors } from './security-headers.ts';
