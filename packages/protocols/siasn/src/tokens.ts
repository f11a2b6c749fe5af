import * as z from 'zod';
import { fromBase64Url, toBase64 } from './base64.ts';
import type { Places } from './places.ts';
import { type Send, type SiasnResponse, timeoutMs } from './send.ts';
import { SiasnRefused } from './siasn-refused.ts';

export interface Consumer {
  readonly key: string;
  readonly secret: string;
}

/** Token 2. `session`: somebody has signed in elsewhere and handed it over. `password`: of an account, on the agency's own machine. */
export type Account =
  | { readonly kind: 'session'; readonly token: string; readonly endsAtMs: number }
  | {
      readonly kind: 'password';
      readonly clientId: string;
      readonly username: string;
      readonly password: string;
    };

export interface TokensDeps {
  readonly send: Send;
  readonly places: Places;
  readonly consumer: Consumer;
  readonly account: Account;
  readonly clock: { now(): Date };
}

interface Token {
  readonly value: string;
  readonly endsAtMs: number;
}

/** Asked for anew so long before they end. */
const earlyMs = 60_000;
const lifetimes = { manager: 3_600, account: 43_200 } as const;

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().int().positive().optional().catch(undefined),
});

/** Token 1, of the API manager, and token 2, of an account. */
export type TokenName = keyof typeof lifetimes;

export interface Tokens {
  /** Both go with every call. Rejects with `SiasnRefused`. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** It was refused before its time. */
  forget(which: TokenName): void;
}

/** Both tokens, kept while they are good. Two calls at once ask once. */
export function createTokens(deps: TokensDeps): Tokens {
  const manager = kept(deps, () => managerToken(deps));
  const account = kept(deps, () => accountToken(deps));
  return {
    async headers() {
      const one = await manager.get();
      const two = await account.get();
      return { authorization: `Bearer ${one}`, auth: `bearer ${two}` };
    },
    forget: (which) => ({ manager, account })[which].forget(),
  };
}

function kept({ clock }: Pick<TokensDeps, 'clock'>, ask: () => Promise<Token>) {
  let held: Promise<Token> | undefined;
  const get = async (): Promise<string> => {
    held ??= ask();
    const asked = held;
    try {
      const token = await asked;
      if (token.endsAtMs - earlyMs > clock.now().getTime()) return token.value;
    } catch (error) {
      if (held === asked) held = undefined;
      throw error;
    }
    if (held === asked) held = ask();
    return (await (held ?? ask())).value;
  };
  return {
    get,
    forget: () => {
      held = undefined;
    },
  };
}

async function managerToken({ send, places, consumer, clock }: TokensDeps): Promise<Token> {
  const response = await send({
    ...{ method: 'POST', url: places.managerToken, timeoutMs },
    headers: {
      authorization: `Basic ${toBase64(`${consumer.key}:${consumer.secret}`)}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: 'grant_type=client_credentials',
  });
  return readToken(response, {
    nowMs: clock.now().getTime(),
    refused: 'client-refused',
    seconds: lifetimes.manager,
  });
}

/** A session that was handed over is not renewed: that needs its person. */
async function accountToken({ send, places, account, clock }: TokensDeps): Promise<Token> {
  const nowMs = clock.now().getTime();
  if (account.kind === 'session') {
    if (account.endsAtMs - earlyMs <= nowMs) throw new SiasnRefused('signed-out');
    return { value: account.token, endsAtMs: account.endsAtMs };
  }
  const { clientId, username, password } = account;
  const form = new URLSearchParams({ client_id: clientId, grant_type: 'password', username, password });
  const response = await send({
    ...{ method: 'POST', url: places.accountToken, timeoutMs },
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
  });
  return readToken(response, { nowMs, refused: 'signed-out', seconds: lifetimes.account });
}

function readToken(
  { status, body }: SiasnResponse,
  given: {
    readonly nowMs: number;
    readonly refused: 'client-refused' | 'signed-out';
    readonly seconds: number;
  },
): Token {
  if (status === 429) throw new SiasnRefused('busy');
  if (status >= 400 && status < 500) throw new SiasnRefused(given.refused);
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    throw new SiasnRefused('broken-answer', { cause });
  }
  const read = answer.safeParse(parsed);
  if (status !== 200 || !read.success) throw new SiasnRefused('broken-answer');
  const { access_token: value, expires_in: seconds = given.seconds } = read.data;
  return { value, endsAtMs: given.nowMs + seconds * 1_000 };
}

const claims = z.object({ exp: z.number().int().positive() });

/** When a token of the account ends, as it says itself; undefined for what is no token. Nothing of it is trusted: SIASN checks it. */
export function readTokenEnd(token: string): number | undefined {
  const [, middle = '', signature] = token.split('.');
  const text = signature === undefined ? undefined : fromBase64Url(middle);
  if (text === undefined) return undefined;
  try {
    return claims.parse(JSON.parse(text)).exp * 1_000;
  } catch {
    return undefined;
  }
}
