import type { Clock } from '@sinau/kernel';
import type { Outbound, OutboundResponse } from '@sinau/platform/outbound';
import { AdapterFailure } from '../../ports.ts';
import { brokenAnswer, failureOfHttp, failureOfOutbound } from '../failures.ts';
import { jsonOf, type TokenSource } from './access-token.ts';
import { Throttled } from './failures.ts';

export interface OpenEdxClientDeps {
  readonly outbound: Pick<Outbound, 'send'>;
  readonly clock: Clock;
  readonly tokens: TokenSource;
  readonly sleep: (ms: number) => Promise<unknown>;
}

export interface OpenEdxCall {
  /** Absolute, of a service that belongs to the connection. */
  readonly url: string;
  /** Sent as JSON by POST. */
  readonly body?: object;
  /** Statuses beside 200 that are an answer here. */
  readonly answers?: readonly number[];
}

export interface OpenEdxAnswer {
  readonly status: number;
  /** JSON; "" for an empty body. */
  readonly value: unknown;
  /** The body, to the letter. */
  readonly text: string;
}

export interface OpenEdxClient {
  /** Asked up to three times. Rejects with `AdapterFailure`. */
  read(call: Omit<OpenEdxCall, 'body'>): Promise<OpenEdxAnswer>;
  /** Changes something; asked once. */
  write(call: OpenEdxCall): Promise<OpenEdxAnswer>;
}

const timeoutMs = 30_000;
const maxAnswerBytes = 8 * 1024 * 1024;
const tries = 3;
/** Who is to wait longer comes back with the next work. */
const longestWaitMs = 15_000;

/** Services of Open edX: JSON, each request with the token of the connection, which is fetched anew once when it is refused. */
export function createOpenEdxClient(deps: OpenEdxClientDeps): OpenEdxClient {
  return {
    async read(call) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await ask(deps, call);
        } catch (error) {
          const wait = waitAfter(error, attempt);
          if (wait === undefined) throw error;
          await deps.sleep(wait);
        }
      }
    },
    write: (call) => ask(deps, call),
  };
}

/** Undefined when it is not asked again. */
function waitAfter(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof AdapterFailure) || !error.passing || attempt >= tries) return undefined;
  const wait = (error instanceof Throttled ? error.waitMs : undefined) ?? 250 * 4 ** (attempt - 1);
  return wait <= longestWaitMs ? wait : undefined;
}

async function ask(deps: OpenEdxClientDeps, call: OpenEdxCall): Promise<OpenEdxAnswer> {
  const first = await deps.tokens.current();
  let answer = await send(deps, call, first.authorization);
  if (answer.status === 401) {
    // It may have been taken back, or the clock over there is ahead.
    deps.tokens.drop(first);
    answer = await send(deps, call, (await deps.tokens.current()).authorization);
  }
  const { status, headers, body, isCut } = answer;
  if (status === 429) throw new Throttled(headers['retry-after'], deps.clock.now());
  if (status !== 200 && !call.answers?.includes(status)) throw failureOfHttp(status);
  if (isCut) throw brokenAnswer('the answer is longer than is read at once');
  const value = body.length === 0 ? '' : jsonOf(body);
  if (value === undefined && status === 200) throw brokenAnswer('the answer is no JSON');
  return { status, value, text: new TextDecoder().decode(body) };
}

async function send(
  deps: OpenEdxClientDeps,
  { url, body }: OpenEdxCall,
  authorization: string,
): Promise<OutboundResponse> {
  try {
    return await deps.outbound.send({
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : { method: 'GET' }),
      url,
      headers: {
        ...{ authorization, accept: 'application/json', 'user-agent': 'Sinau-Connector/1' },
        ...(body && { 'content-type': 'application/json' }),
      },
      ...{ timeoutMs, maxResponseBytes: maxAnswerBytes },
    });
  } catch (error) {
    throw failureOfOutbound(error);
  }
}
