import type { Clock, Digest } from '@sinau/kernel';
import type { Log } from '../log/log.ts';
import { IdempotencyConflict, IdempotencyInProgress } from './errors.ts';

export interface StoredResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Remembers the first answer to each Idempotency-Key of a caller. */
export interface IdempotencyStore {
  /**
   * Claims `key` for one request. `'claimed'`: go on. Otherwise the earlier request's body hash, with its response
   * once it has finished. A claim that was neither finished nor released by `lockedUntil` is taken over.
   */
  claim(input: {
    readonly key: string;
    readonly bodyHash: string;
    readonly now: Date;
    readonly lockedUntil: Date;
    readonly expiresAt: Date;
  }): Promise<'claimed' | { readonly bodyHash: string; readonly response?: StoredResponse }>;
  finish(key: string, response: StoredResponse): Promise<void>;
  /** Gives the key up, so that the next try runs anew. */
  release(key: string): Promise<void>;
}

const lockMs = 60_000;
const keepMs = 24 * 3_600_000;
/** Larger answers are not kept: the table's item limit is 400 KB. */
const maxStoredBytes = 256 * 1024;

/**
 * Runs `handle` once per key: a repeat gets the first answer, a concurrent one 409, another body 422 (case R1,
 * draft-ietf-httpapi-idempotency-key-header). A fault releases the key, since nothing is known to be done.
 */
export async function runOnce(
  deps: {
    readonly store: IdempotencyStore;
    readonly clock: Clock;
    readonly digest: Digest;
    readonly log: Log;
  },
  request: {
    readonly caller: string;
    readonly route: string;
    readonly key: string;
    readonly body: Uint8Array;
  },
  handle: () => Promise<Response>,
): Promise<Response> {
  const key = deps.digest.sha256([request.caller, request.route, request.key].join('\n'));
  const bodyHash = deps.digest.sha256(request.body);
  const now = deps.clock.now();
  const claim = await deps.store.claim({
    key,
    bodyHash,
    now,
    lockedUntil: new Date(now.getTime() + lockMs),
    expiresAt: new Date(now.getTime() + keepMs),
  });
  if (claim !== 'claimed') return replay(claim, bodyHash);
  const response = await handle().catch(async (error: unknown) => {
    await deps.store.release(key);
    throw error;
  });
  await keep(deps, key, response);
  return response;
}

function replay(earlier: { bodyHash: string; response?: StoredResponse }, bodyHash: string): Response {
  if (earlier.bodyHash !== bodyHash) {
    throw new IdempotencyConflict('This Idempotency-Key was used with another body. Use a new key.');
  }
  if (!earlier.response) {
    throw new IdempotencyInProgress(
      'The first request with this Idempotency-Key is still running. Try again.',
    );
  }
  const { status, headers, body } = earlier.response;
  return new Response(status === 204 ? null : body, {
    status,
    headers: { ...headers, 'idempotency-replayed': 'true' },
  });
}

/**
 * The work is done, so a failure to remember it must not look like a failure of the work, nor set the key free: the key
 * stays claimed, and a repeat is told to wait instead of doing the work twice at once.
 */
async function keep(
  { store, log }: { readonly store: IdempotencyStore; readonly log: Log },
  key: string,
  response: Response,
): Promise<void> {
  const body = new Uint8Array(await response.clone().arrayBuffer());
  // A cookie is a key to the caller's browser: it is set once and never kept.
  const keepable =
    response.status < 500 && body.length <= maxStoredBytes && !response.headers.has('set-cookie');
  if (!keepable) return store.release(key);
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => ['content-type', 'location', 'etag'].includes(name)),
  );
  try {
    await store.finish(key, { status: response.status, headers, body: new TextDecoder().decode(body) });
  } catch (error) {
    log.error('answer not kept for its Idempotency-Key', error);
  }
}
