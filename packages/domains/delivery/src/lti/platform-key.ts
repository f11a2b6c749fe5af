/** One public key as JWK (RFC 7517); never a private member. */
export type PublicJwk = Readonly<Record<string, unknown>> & { readonly kid: string };

/** A key that the platform signs with. Times are ISO 8601 UTC. */
export interface PlatformKey {
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  /** Sealed with `{ purpose: 'lti-platform-key', kid }`; absent once it was withdrawn: nobody signs with it again. */
  readonly sealedPrivateKey?: string;
  readonly createdAt: string;
  /** Person or client that asked for it; absent when its time had come. */
  readonly madeBy?: string;
  /** Signs from then on, until a newer one does. */
  readonly signsFrom: string;
  /** It must not be believed any more. */
  readonly withdrawn?: KeyWithdrawal;
}

export interface KeyWithdrawal {
  readonly at: string;
  /** Person or client. */
  readonly by: string;
  readonly reason: string;
}

/** All keys, in the order in which they sign, and those withdrawn last. */
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
/** Withdrawn keys that are still told of. */
const maxWithdrawn = 20;

export type KeyState = 'next' | 'current' | 'retired' | 'gone' | 'withdrawn';

/** What each key is at a moment; the last whose time has come signs. */
export function statesOf(keys: readonly PlatformKey[], now: Date): readonly KeyState[] {
  const come = keys.findLastIndex(
    ({ signsFrom, withdrawn }) => !withdrawn && Date.parse(signsFrom) <= now.getTime(),
  );
  // One that took over at once may lie ahead by what two clocks differ.
  const current = come >= 0 ? come : keys.findIndex(({ withdrawn }) => !withdrawn);
  return keys.map(({ withdrawn }, at) => {
    if (withdrawn) return 'withdrawn';
    if (at > current) return 'next';
    if (at === current) return 'current';
    return now.getTime() < publishedUntilMs(keys, at) ? 'retired' : 'gone';
  });
}

/** When the key at this place leaves the set; never, as long as no other is to sign after it. */
function publishedUntilMs(keys: readonly PlatformKey[], at: number): number {
  // One that was withdrawn before its time took nothing over.
  const successor = keys
    .slice(at + 1)
    .find(({ signsFrom, withdrawn }) => !withdrawn || signsFrom <= withdrawn.at);
  return successor ? Date.parse(successor.signsFrom) + overlapSeconds * 1000 : Number.POSITIVE_INFINITY;
}

export function currentKey(keys: readonly PlatformKey[], now: Date): PlatformKey | undefined {
  return keys[statesOf(keys, now).indexOf('current')];
}

/** Everything that a tool may still have to check with, and what it will soon have to. */
export function publishedKeys(keys: readonly PlatformKey[], now: Date): readonly PlatformKey[] {
  const states = statesOf(keys, now);
  return keys.filter((_, at) => states[at] !== 'gone' && states[at] !== 'withdrawn');
}

/** What stays in the book: what is published, and the last that were withdrawn. */
export function keptKeys(keys: readonly PlatformKey[], now: Date): readonly PlatformKey[] {
  const states = statesOf(keys, now);
  const told = new Set(
    keys
      .filter(({ withdrawn }) => withdrawn)
      .toSorted((one, other) => ((one.withdrawn?.at ?? '') < (other.withdrawn?.at ?? '') ? 1 : -1))
      .slice(0, maxWithdrawn),
  );
  return keys.filter((key, at) => states[at] !== 'gone' && (!key.withdrawn || told.has(key)));
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

/** A key as those who look after it see it. */
export interface KeyStanding
  extends Pick<PlatformKey, 'kid' | 'createdAt' | 'signsFrom' | 'madeBy' | 'withdrawn'> {
  readonly state: Exclude<KeyState, 'gone'>;
  /** When it leaves the set; absent as long as nothing follows it, and for one that is out of it. */
  readonly publishedUntil?: string;
  /** When it makes room by itself; of the one that signs, while none waits. */
  readonly rotatesAt?: string;
}

/** Newest first. */
export function standingsOf(keys: readonly PlatformKey[], now: Date): readonly KeyStanding[] {
  const states = statesOf(keys, now);
  const standings = keys.flatMap((key, at): readonly KeyStanding[] => {
    const state = states[at] ?? 'gone';
    if (state === 'gone') return [];
    const { kid, createdAt, signsFrom, madeBy, withdrawn } = key;
    const untilMs = publishedUntilMs(keys, at);
    const rotatesMs = Date.parse(signsFrom) + signingSeconds * 1000;
    return [
      {
        ...{ kid, state, createdAt, signsFrom },
        ...(madeBy !== undefined && { madeBy }),
        ...(withdrawn && { withdrawn }),
        ...(!withdrawn && Number.isFinite(untilMs) && { publishedUntil: new Date(untilMs).toISOString() }),
        ...(state === 'current' &&
          !states.includes('next') && { rotatesAt: new Date(rotatesMs).toISOString() }),
      },
    ];
  });
  return standings.toReversed();
}
