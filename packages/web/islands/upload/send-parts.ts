// Sends the parts of a file that have not arrived, several at once, and goes on through cuts of the connection.

import { type Part, post, put, Refused, Stopped } from './requests.ts';

const parallel = 4;
/** Addresses asked for at once; they are good for an hour. */
const signedAtOnce = 8;
const addressMs = 50 * 60_000;
/** In a row and without any part arriving; some minutes. */
const maxFailures = 8;
const longestWaitMs = 30_000;

export interface Sending {
  /** `/studio/uploads/<id>` */
  readonly address: string;
  readonly file: Blob;
  readonly partSizeBytes: number;
  readonly partCount: number;
  /** Parts that have arrived; those sent are added. */
  readonly arrived: Map<number, string>;
  readonly signal: AbortSignal;
  readonly progressed: (sentBytes: number) => void;
  /** The connection is gone for so long. */
  readonly waiting: (seconds: number) => void;
}

/** Addresses of parts, by number. */
async function sign(address: string, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  interface Answer {
    readonly urls: readonly { readonly partNumber: number; readonly url: string }[];
  }
  const { urls } = await post<Answer>(`${address}/parts`, { numbers: numbers.join(' ') });
  return new Map(urls.map(({ partNumber, url }) => [partNumber, url]));
}

/** Resolves when everything has arrived; rejects with `Stopped`, `Refused`, or after too many failures in a row. */
export async function sendParts(sending: Sending): Promise<void> {
  const { partCount, arrived } = sending;
  const numbers = Array.from({ length: partCount }, (_, index) => index + 1);
  const queue = numbers.filter((number) => !arrived.has(number));
  const state: State = { queue, addresses: new Map(), inFlight: new Map(), failures: 0 };
  tell(sending, state);
  // One worker that fails for good stops the others.
  const others = new AbortController();
  const stop = () => others.abort();
  sending.signal.addEventListener('abort', stop);
  try {
    const work = () => sendQueued({ ...sending, signal: others.signal }, state);
    const workers = Array.from({ length: Math.min(parallel, queue.length) }, () =>
      work().catch((error: unknown) => {
        stop();
        throw error;
      }),
    );
    const settled = await Promise.allSettled(workers);
    const broken = settled.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
    const cause = broken.find((reason) => !(reason instanceof Stopped)) ?? broken[0];
    if (cause) throw cause;
  } finally {
    sending.signal.removeEventListener('abort', stop);
  }
}

interface State {
  readonly queue: number[];
  readonly addresses: Map<number, { readonly url: string; readonly until: number }>;
  /** Bytes of each part under way. */
  readonly inFlight: Map<number, number>;
  failures: number;
}

async function sendQueued(sending: Sending, state: State): Promise<void> {
  for (;;) {
    const number = state.queue.shift();
    if (number === undefined) return;
    try {
      sending.arrived.set(number, await sendOne(sending, state, number));
      state.failures = 0;
    } catch (error) {
      state.inFlight.delete(number);
      if (error instanceof Stopped) throw error;
      state.queue.unshift(number);
      // A refused part has an address that is too old, or an upload that has ended: signing again tells which.
      state.addresses.delete(number);
      state.failures += 1;
      if (state.failures >= maxFailures || error instanceof Ended) throw error;
      await pause(sending, state.failures);
    }
    tell(sending, state);
  }
}

/** The portal does not give addresses for this upload any more. */
class Ended extends Refused {}

async function pause(sending: Sending, failures: number): Promise<void> {
  const most = Math.min(longestWaitMs, 1000 * 2 ** failures);
  const ms = most / 2 + (Math.random() * most) / 2;
  sending.waiting(Math.ceil(ms / 1000));
  await sleepUntilOnline(ms, sending.signal);
}

async function sendOne(sending: Sending, state: State, number: number): Promise<string> {
  const { file, partSizeBytes, signal } = sending;
  const url = await addressOf(sending, state, number);
  const start = (number - 1) * partSizeBytes;
  const etag = await put({
    ...{ url, headers: {}, signal },
    body: file.slice(start, Math.min(start + partSizeBytes, file.size)),
    progressed: (sentBytes) => {
      state.inFlight.set(number, sentBytes);
      tell(sending, state);
    },
  });
  state.inFlight.delete(number);
  return etag;
}

async function addressOf(sending: Sending, state: State, number: number): Promise<string> {
  if (sending.signal.aborted) throw new Stopped();
  const known = state.addresses.get(number);
  if (known && known.until > Date.now()) return known.url;
  const wanted = [number, ...state.queue.slice(0, signedAtOnce - 1)];
  const signed = await sign(sending.address, wanted).catch((error: unknown) => {
    throw error instanceof Refused ? new Ended() : error;
  });
  const until = Date.now() + addressMs;
  for (const [partNumber, url] of signed) state.addresses.set(partNumber, { url, until });
  const url = signed.get(number);
  if (url === undefined) throw new Ended();
  return url;
}

function tell({ arrived, partSizeBytes, file, progressed }: Sending, { inFlight }: State): void {
  let sent = 0;
  for (const number of arrived.keys()) sent += sizeOf(number, partSizeBytes, file.size);
  for (const bytes of inFlight.values()) sent += bytes;
  progressed(Math.min(sent, file.size));
}

function sizeOf(number: number, partSizeBytes: number, total: number): number {
  return Math.max(0, Math.min(partSizeBytes, total - (number - 1) * partSizeBytes));
}

/** Also ends when the browser says that it is connected again. */
function sleepUntilOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Stopped());
    const end = (settle: () => void) => () => {
      clearTimeout(timer);
      removeEventListener('online', woken);
      signal.removeEventListener('abort', stopped);
      settle();
    };
    const woken = end(resolve);
    const stopped = end(() => reject(new Stopped()));
    const timer = setTimeout(woken, ms);
    addEventListener('online', woken);
    signal.addEventListener('abort', stopped);
  });
}

/** What has arrived, as the portal lists it. */
export function arrivedOf(parts: readonly Part[]): Map<number, string> {
  return new Map(parts.map(({ partNumber, etag }) => [partNumber, etag]));
}
