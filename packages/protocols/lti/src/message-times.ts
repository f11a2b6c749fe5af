/** Seconds by which the clocks of a tool and ours may differ. */
export const clockSkewSeconds = 60;

/** What a tool signs is for now; what lives longer than this would have to be remembered for long. */
const longestLifeSeconds = 3600;

/**
 * Why a message of a tool does not count now, in words for its makers; undefined when it does. The edge itself is accepted: a tool whose
 * clock is 60 seconds off goes on working (case E2).
 */
export function wrongTimes(
  claims: Readonly<Record<string, unknown>>,
  nowSeconds: number,
): string | undefined {
  const { exp, iat, nbf } = claims;
  if (!isTime(exp) || !isTime(iat)) return 'iat and exp must be there, in seconds.';
  if (nowSeconds > exp + clockSkewSeconds) return 'the message has expired.';
  if (iat > nowSeconds + clockSkewSeconds) return 'iat lies in the future; set the clock of the tool.';
  if (isTime(nbf) && nbf > nowSeconds + clockSkewSeconds) return 'nbf lies in the future.';
  if (exp - nowSeconds > longestLifeSeconds + clockSkewSeconds)
    return 'exp lies too far ahead; an hour is the most.';
  return undefined;
}

/** The first second in which a message is refused by its time, so that no mark of it goes before (case E3). */
export const rememberUntil = (exp: number): number => Math.floor(exp) + clockSkewSeconds + 1;

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
