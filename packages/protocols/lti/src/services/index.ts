export {
  type CheckedAssertion,
  checkAssertion,
  longestAssertionSeconds,
} from './client-assertion.ts';
export { type Instant, orderOf, readInstant } from './instant.ts';
export {
  type LineItemFilter,
  type LineItemWish,
  lineItemBody,
  matchesFilter,
  readLineItem,
} from './line-item.ts';
export { isJsonType, mediaTypes } from './media-types.ts';
export { hasRole, type Member, type MembershipContainer } from './membership.ts';
export { linkHeader, openCursor, sealCursor } from './page-cursor.ts';
export type { Read } from './read-outcome.ts';
export { type Result, rescale, resultOf } from './result.ts';
export {
  type ActivityProgress,
  activityProgresses,
  canonicalScore,
  type GradingProgress,
  gradingProgresses,
  readScore,
  type Score,
} from './score.ts';
export {
  type Mark,
  type ScoreOutcome,
  type ScoreStanding,
  settlesResult,
  takeScore,
} from './score-standing.ts';
export { gradesClaim, rosterClaim, serviceAddresses } from './service-claims.ts';
export {
  grantScopes,
  readTokenRequest,
  type TokenError,
  type TokenRefusal,
  type TokenRequest,
} from './token-request.ts';
