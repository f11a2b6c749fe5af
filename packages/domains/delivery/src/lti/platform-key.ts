/** One public key as JWK (RFC 7517); never a private member. */
export type PublicJwk = Readonly<Record<string, unknown>> & { readonly kid: string };

/** A key that the platform signs with. Times are ISO 8601 UTC. */
export interface PlatformKey {
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  /** Sealed with `{ purpose: 'lti-platform-key', kid }`. */
  readonly sealedPrivateKey: string;
  readonly createdAt: string;
  /** Signs from then on, until a newer one does. */
  readonly signsFrom: string;
}

/** All keys, in the order in which they sign. */
export interface PlatformKeyBook {
  readonly keys: readonly PlatformKey[];
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

/** How long tools may keep what the JWKS address answered. */
export const jwksCacheSeconds = 3600;
/** A new key signs only after every copy of the set that was made before it has grown old. */
const waitSeconds = 2 * jwksCacheSeconds;
/** What was signed last is checked no later than this after its successor took over. */
const overlapSeconds = 2 * 3600;
/** A key signs so long, then makes room by itself. */
const signingSeconds = 90 * 24 * 3600;

export type KeyState = 'next' | 'current' | 'retired' | 'gone';

/** What each key is at a moment; the last whose time has come signs. */
export function statesOf(keys: readonly PlatformKey[], now: Date): readonly KeyState[] {
  const current = keys.findLastIndex(({ signsFrom }) => Date.parse(signsFrom) <= now.getTime());
  return keys.map((_, at) => {
    if (at > current) return 'next';
    if (at === current) return 'current';
    const successor = keys[at + 1];
    const until = successor
      ? Date.parse(successor.signsFrom) + overlapSeconds * 1000
      : Number.POSITIVE_INFINITY;
    return now.getTime() < until ? 'retired' : 'gone';
  });
}

export function currentKey(keys: readonly PlatformKey[], now: Date): PlatformKey | undefined {
  return keys[statesOf(keys, now).indexOf('current')];
}

/** Everything that a tool may still have to check with, and what it will soon have to. */
export function publishedKeys(keys: readonly PlatformKey[], now: Date): readonly PlatformKey[] {
  const states = statesOf(keys, now);
  return keys.filter((_, at) => states[at] !== 'gone');
}

/** When a key that is made now may sign: at once if there is none, else after what tools have kept has grown old. */
export function signsFromOf(keys: readonly PlatformKey[], now: Date): string {
  const waitMs = currentKey(keys, now) ? waitSeconds * 1000 : 0;
  return new Date(now.getTime() + waitMs).toISOString();
}

/** There is no key, or the one that signs has done so for long and none is waiting. */
export function isRotationDue(keys: readonly PlatformKey[], now: Date): boolean {
  const current = currentKey(keys, now);
  if (!current) return true;
  if (statesOf(keys, now).includes('next')) return false;
  return now.getTime() - Date.parse(current.signsFrom) >= signingSeconds * 1000;
}
