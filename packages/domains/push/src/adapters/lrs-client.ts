import type { Outbound, OutboundResponse } from '@sinau/platform/outbound';
import library from '@xapi/xapi';
import type { LrsReceiver, Secrets } from '../subscription.ts';
import type { AccessTokens } from './access-tokens.ts';
import { userAgent } from './webhook-courier.ts';

// A CommonJS module in Node, an ES module in a bundle; its class names itself in both.
const XAPI = library.default;
type Config = ConstructorParameters<typeof XAPI>[0];
type Adapter = Extract<NonNullable<Config['adapter']>, (...given: never[]) => unknown>;
type Client = InstanceType<typeof XAPI>;

/** The record store answered, and not with success. */
export class LrsAnswered extends Error {
  readonly response: OutboundResponse;

  constructor(response: OutboundResponse) {
    super(`the record store answered ${response.status}`);
    this.name = 'LrsAnswered';
    this.response = response;
  }
}

export interface LrsAccess {
  readonly receiver: LrsReceiver;
  readonly secrets: Secrets;
  /** What one request may take, in milliseconds. */
  readonly requestMs: number;
}

/** The library's client over our own outgoing requests. Its calls reject with `OutboundFailed` and `LrsAnswered`. */
export async function openLrs(
  deps: { readonly outbound: Outbound; readonly tokens: AccessTokens },
  { receiver, secrets, requestMs }: LrsAccess,
): Promise<Client> {
  const { url, version, auth } = receiver;
  const authorization =
    auth.kind === 'basic'
      ? basicOf(auth.key, secrets.current)
      : `Bearer ${await deps.tokens.tokenFor(auth, secrets.current, requestMs)}`;
  return new XAPI({
    endpoint: url,
    auth: authorization,
    // The library's type stops at 1.0.3; it sends what it is given.
    version: version as NonNullable<Config['version']>,
    adapter: adapterOn(deps.outbound, requestMs),
  });
}

/** In UTF-8 (RFC 7617 2.1); the library's own throws for a letter outside Latin-1. */
function basicOf(key: string, password: string): string {
  return `Basic ${Buffer.from(`${key}:${password}`).toString('base64')}`;
}

function adapterOn(outbound: Outbound, timeoutMs: number): Adapter {
  return async ({ url, method, headers = {}, data }) => {
    const body = await bodyOf(data);
    const response = await outbound.send({
      method: method === 'GET' ? 'GET' : 'POST',
      url,
      headers: {
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        accept: 'application/json',
        'user-agent': userAgent,
      },
      ...(body !== undefined && { body }),
      timeoutMs,
    });
    if (response.status < 200 || response.status >= 300) throw new LrsAnswered(response);
    return { status: response.status, headers: response.headers, data: jsonOf(response.body) };
  };
}

/** The library makes a Blob of statements with attachments, and leaves JSON to its adapter. */
async function bodyOf(data: unknown): Promise<string | Uint8Array | undefined> {
  if (data === undefined) return undefined;
  if (data instanceof Blob) return new Uint8Array(await data.arrayBuffer());
  return JSON.stringify(data);
}

/** Answers to what we send are ids, which nobody needs; a cut or foreign one is no failure. */
// biome-ignore lint/suspicious/noExplicitAny: the library's own word for what an endpoint answers
function jsonOf(bytes: Uint8Array): any {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
