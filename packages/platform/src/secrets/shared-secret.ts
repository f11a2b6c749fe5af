import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@sinau/kernel';

/** A secret that somebody else has as well, and shows. */
export interface SharedSecret {
  /** Rejects where the secret cannot be read and none is known. */
  holds(shown: string): Promise<boolean>;
}

/** Whoever shows anything makes us ask: this seldom at most. */
const askEveryMs = 60_000;

/**
 * Takes each version that `read` gives, so that both sides can change one after the other. A version that is not known may be a new
 * one: it is asked for again, once a minute at most.
 */
export function createSharedSecret(deps: {
  readonly read: () => Promise<readonly string[]>;
  readonly clock: Clock;
}): SharedSecret {
  let known: readonly Buffer[] = [];
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  const ask = async () => {
    askedAtMs = deps.clock.now().getTime();
    try {
      known = (await deps.read()).filter((version) => version !== '').map(digestOf);
    } catch (error) {
      // What was right a minute ago is no worse for it; without anything nobody can be told apart.
      if (known.length > 0) return;
      askedAtMs = Number.NEGATIVE_INFINITY;
      throw error;
    } finally {
      asking = undefined;
    }
  };
  return {
    async holds(shown) {
      const digest = digestOf(shown);
      const isKnown = () => known.some((version) => timingSafeEqual(version, digest));
      if (isKnown()) return true;
      if (asking === undefined && deps.clock.now().getTime() - askedAtMs < askEveryMs) return false;
      asking ??= ask();
      await asking;
      return isKnown();
    },
  };
}

/** Of one length, as the comparison wants it. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
