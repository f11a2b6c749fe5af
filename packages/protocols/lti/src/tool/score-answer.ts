/** Why a score is not over there. */
export const scoreTroubles = [
  /** Its owner has turned the platform off, or has not confirmed it. */
  'platform-off',
  /** The launch offered no grades, or not what is needed for them. */
  'no-grades',
  /** The line item of the link is just being looked for. */
  'busy',
  /** Our registration over there may not send scores. */
  'scope',
  /** It does not know us, or cannot read our keys. */
  'unauthorised',
  'not-permitted',
  /** The line item is gone, or nobody over there is this learner. */
  'not-found',
  /** The learner is not graded over there: no longer enrolled, or a teacher. */
  'not-gradable',
  'refused',
  /** The address leads to a network that is not public, or to something else. */
  'address',
  'throttled',
  'server-error',
  'unreachable',
  'broken-answer',
] as const;
export type ScoreTrouble = (typeof scoreTroubles)[number];

export type ScoreAnswer =
  | { readonly kind: 'taken' }
  /** Something newer stands there: ours is told already, or is no news. */
  | { readonly kind: 'older' }
  /** The token is none, or none any more. */
  | { readonly kind: 'token' }
  /** The same request will not be taken another time. */
  | { readonly kind: 'stop'; readonly because: ScoreTrouble }
  | { readonly kind: 'later'; readonly because: ScoreTrouble; readonly afterSeconds?: number };

const stops: Readonly<Record<number, ScoreTrouble>> = {
  403: 'not-permitted',
  404: 'not-found',
  410: 'not-found',
  422: 'not-gradable',
};

/** What a status of the services means, as platforms use them. `retryAfter`: the header, as it came. */
export function readServiceAnswer(given: {
  readonly status: number;
  readonly retryAfter?: string | undefined;
  readonly nowMs: number;
}): ScoreAnswer {
  const { status } = given;
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 409) return { kind: 'older' };
  if (status === 401) return { kind: 'token' };
  if (status === 429) return later('throttled', given);
  if (status === 408 || status === 425 || status >= 500) return later('server-error', given);
  // A redirect is followed by nobody (case F3).
  if (status < 400) return { kind: 'stop', because: 'address' };
  return { kind: 'stop', because: stops[status] ?? 'refused' };
}

function later(
  because: ScoreTrouble,
  { retryAfter, nowMs }: { readonly retryAfter?: string | undefined; readonly nowMs: number },
): ScoreAnswer {
  const afterSeconds = retryAfter === undefined ? undefined : retryAfterSeconds(retryAfter, nowMs);
  return { kind: 'later', because, ...(afterSeconds !== undefined && { afterSeconds }) };
}

/** Nobody is waited for longer, whatever they say. */
const longestSeconds = 6 * 3600;

/** RFC 9110, 10.2.3: seconds or a date. Undefined: neither. */
function retryAfterSeconds(text: string, nowMs: number): number | undefined {
  const seconds = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - nowMs) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(longestSeconds, Math.max(0, seconds));
}
