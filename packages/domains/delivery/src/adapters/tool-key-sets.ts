import { type Clock, Unavailable } from '@sinau/kernel';
import type { Outbound } from '@sinau/platform/outbound';
import type { KeyReadings } from '../lti/index.ts';

export type Jwk = Readonly<Record<string, unknown>>;

/** Key sets of tools, as their addresses answer. */
export interface ToolKeySets {
  /** What is known, at most ten minutes old. Rejects with `Unavailable` when there is nothing. */
  read(jwksUri: string): Promise<readonly Jwk[]>;
  /**
   * Asked anew (case E6), since a key was not in what is known, or did not prove a message: at once, however young that is, so that a tool may
   * change its keys at any moment, but for each of the two reasons twice in half a minute at most; then the same as before.
   */
  readFresh(jwksUri: string, why: Doubt): Promise<readonly Jwk[]>;
}

export type Doubt = 'unknown-key' | 'not-proven';

interface Kept {
  readonly keys: readonly Jwk[];
  readonly atMs: number;
}

interface Asking {
  readonly answer: Promise<Kept>;
  readonly atMs: number;
  /** When it was asked anew, and why. */
  readonly anew: readonly { readonly why: Doubt; readonly atMs: number }[];
  isOver: boolean;
}

const keptMs = 10 * 60_000;
/** After this a set that could not be read is asked for again. */
const restMs = 30_000;
/** Whoever sends made-up key ids makes us ask the tool no more often in that time; one of them must not use up the turn of a real change. */
const mostAnew = 2;
const timeoutMs = 5_000;
/** More addresses are forgotten, the oldest first. */
const mostSets = 500;

/**
 * Kept in this process alone. Addresses are checked when they are asked, redirects are not followed, and an answer is read to a bound: the
 * rest is `Outbound`'s (case F3).
 */
export function createToolKeySets({
  outbound,
  clock,
  readings,
}: {
  readonly outbound: Outbound;
  readonly clock: Clock;
  /** Told of each reading, for the pages that look after tools. @default nobody */
  readonly readings?: Pick<KeyReadings, 'note'>;
}): ToolKeySets {
  const sets = new Map<string, Kept>();
  const asking = new Map<string, Asking>();
  const nowMs = () => clock.now().getTime();
  const ask = (jwksUri: string, anew: Asking['anew']): Promise<Kept> => {
    const answer = (async () => {
      const note = async (keys: number | 'failed') =>
        // A note that is lost refuses no message.
        readings?.note(jwksUri, { at: clock.now().toISOString(), keys }).catch(() => undefined);
      try {
        const keys = await fetchKeys(outbound, jwksUri);
        await note(keys.length);
        const kept = { keys, atMs: nowMs() };
        remember(sets, jwksUri, kept);
        return kept;
      } catch (error) {
        await note('failed');
        throw error;
      }
    })();
    const started: Asking = { answer, atMs: nowMs(), anew, isOver: false };
    remember(asking, jwksUri, started);
    const end = () => {
      started.isOver = true;
    };
    answer.then(end, end);
    return answer;
  };
  return {
    async read(jwksUri) {
      const known = sets.get(jwksUri);
      if (known && nowMs() - known.atMs < keptMs) return known.keys;
      const last = asking.get(jwksUri);
      if (last && nowMs() - last.atMs < restMs) return (await last.answer).keys;
      return (await ask(jwksUri, last?.anew ?? [])).keys;
    },
    async readFresh(jwksUri, why) {
      const last = asking.get(jwksUri);
      // Those that come together share one answer.
      if (last && !last.isOver) return (await last.answer).keys;
      const recent = (last?.anew ?? []).filter(({ atMs }) => nowMs() - atMs < restMs);
      if (recent.filter((one) => one.why === why).length >= mostAnew) return sets.get(jwksUri)?.keys ?? [];
      return (await ask(jwksUri, [...recent, { why, atMs: nowMs() }])).keys;
    },
  };
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > mostSets && oldest !== undefined) map.delete(oldest);
}

async function fetchKeys(outbound: Outbound, url: string): Promise<readonly Jwk[]> {
  const headers = { accept: 'application/json, application/jwk-set+json' };
  try {
    const { status, body } = await outbound.send({ method: 'GET', url, headers, timeoutMs });
    if (status !== 200) throw new Error(`answered ${status}`);
    return keysIn(JSON.parse(new TextDecoder().decode(body)));
  } catch (cause) {
    throw new Unavailable('Keys cannot be read from their registered address now.', {
      cause,
      retryAfterSeconds: 30,
    });
  }
}

/** All of them: their number is bounded by the size of the answer. */
export function keysIn(set: unknown): readonly Jwk[] {
  const keys = isJwk(set) && Array.isArray(set.keys) ? set.keys : undefined;
  if (!keys) throw new Error('not a JWK set');
  return keys.filter(isJwk);
}

export function isJwk(value: unknown): value is Jwk {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
