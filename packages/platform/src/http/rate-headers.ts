import { type RateDecision, rateWindowSeconds } from './rate-limit.ts';

/** RateLimit-Policy and RateLimit of draft-ietf-httpapi-ratelimit-headers-10: quota, window, what is left, seconds to wait. */
export function applyRateHeaders(headers: Headers, decision: RateDecision): void {
  const { policy, quota, remaining, resetSeconds } = decision;
  headers.set('ratelimit-policy', `"${policy}";q=${quota};w=${rateWindowSeconds}`);
  headers.set('ratelimit', `"${policy}";r=${remaining};t=${resetSeconds}`);
}
