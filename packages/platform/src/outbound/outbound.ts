import { lookup as systemLookup } from 'node:dns/promises';
import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { OutboundFailed } from './outbound-refused.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For everything: name, connection, answer. Integer > 0. */
  readonly timeoutMs: number;
  /** Instead of the client's own limit, for answers that are known to be long. */
  readonly maxResponseBytes?: number;
}

export interface OutboundResponse {
  readonly status: number;
  /** By lower-case name; repeated ones are joined. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most `maxResponseBytes` of the answer. */
  readonly body: Uint8Array;
  /** There was more than that: what is in `body` is no whole answer. */
  readonly isCut?: boolean;
}

/**
 * Sends requests to addresses that strangers chose. Each one is checked when it is sent: the name is resolved here, every
 * address it has must be of the public internet, and the connection goes to one of the very addresses that were checked, so that a
 * name cannot answer otherwise a moment later. Redirects are not followed: a 3xx is an answer like any other (case F3).
 */
export interface Outbound {
  /** Rejects with `OutboundFailed`. */
  send(request: OutboundRequest): Promise<OutboundResponse>;
  /** Throws `OutboundFailed` for an address that would be refused; resolves its name. */
  check(url: string): Promise<void>;
}

/** Every address of a name. Rejects when it has none. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export interface OutboundOptions {
  /** One machine and tests only: http and https to loopback addresses too. @default false */
  readonly allowLoopback?: boolean;
  /** Bytes of an answer that are kept; the rest is not read. @default 64 KiB */
  readonly maxResponseBytes?: number;
  /** @default the system's resolver, asked for every address */
  readonly resolve?: Resolve;
}

interface Target {
  readonly url: URL;
  /** At least one, tried in this order. */
  readonly addresses: readonly string[];
}

/** Behind a name may stand an address that does not answer, or that cannot be reached from here, such as one of IPv6. */
const mostAddresses = 4;
const attemptMs = 2_500;

export function createOutbound(options: OutboundOptions = {}): Outbound {
  const { maxResponseBytes = 64 * 1024 } = options;
  const agents = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets: 16, timeout: 30_000 }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: 16, timeout: 30_000 }),
  };

  return {
    check: async (url) => void (await aim(options, url)),
    async send(request) {
      const deadline = AbortSignal.timeout(request.timeoutMs);
      const target = await race(aim(options, request.url), deadline);
      const exchange = (fresh: boolean) =>
        transfer(
          { target, request, deadline, maxBytes: request.maxResponseBytes ?? maxResponseBytes },
          fresh ? undefined : agents,
        );
      try {
        return await exchange(false);
      } catch (error) {
        // A connection that was kept may have been shut by the other side meanwhile; the request never left.
        if (!(error instanceof StaleConnection)) throw error;
        return exchange(true);
      }
    },
  };
}

/** A kept connection was gone before anything came back. */
class StaleConnection extends Error {}

async function aim(
  { allowLoopback = false, resolve = resolveAll }: OutboundOptions,
  text: string,
): Promise<Target> {
  const url = URL.parse(text);
  if (!url) throw new OutboundFailed('address-invalid');
  if (url.username !== '' || url.password !== '') throw new OutboundFailed('address-invalid');
  if (url.protocol !== 'https:' && !(allowLoopback && url.protocol === 'http:')) {
    throw new OutboundFailed('address-invalid');
  }
  // The URL parser has turned decimal, octal and short forms into dotted ones already.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolved(resolve, host);
  const mayUse = (address: string) =>
    (url.protocol === 'https:' && isPublicAddress(address)) || (allowLoopback && isLoopbackAddress(address));
  // All of them: a name that leads to both worlds is not to be trusted.
  if (!addresses.every(mayUse)) throw new OutboundFailed('address-forbidden');
  if (addresses.length === 0) throw new OutboundFailed('name-unknown');
  return { url, addresses: addresses.slice(0, mostAddresses) };
}

async function resolved(resolve: Resolve, host: string): Promise<readonly string[]> {
  try {
    return await resolve(host);
  } catch (cause) {
    throw new OutboundFailed('name-unknown', { cause });
  }
}

async function resolveAll(hostname: string): Promise<readonly string[]> {
  const found = await systemLookup(hostname, { all: true });
  return found.map(({ address }) => address);
}

interface Exchange {
  readonly target: Target;
  readonly request: OutboundRequest;
  readonly deadline: AbortSignal;
  readonly maxBytes: number;
}

function transfer(
  exchange: Exchange,
  agents: { readonly 'http:': HttpAgent; readonly 'https:': HttpsAgent } | undefined,
): Promise<OutboundResponse> {
  const { target, request, deadline } = exchange;
  const { url, addresses } = target;
  const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
  const common = {
    method: request.method,
    headers: { ...request.headers, ...(body && { 'content-length': String(body.length) }) },
    lookup: only(addresses),
    ...{ autoSelectFamily: true, autoSelectFamilyAttemptTimeout: attemptMs },
    signal: deadline,
  };
  return new Promise((resolve, reject) => {
    const sent: ClientRequest =
      url.protocol === 'https:'
        ? requestHttps(url, {
            ...common,
            agent: agents?.['https:'] ?? false,
          })
        : requestHttp(url, { ...common, agent: agents?.['http:'] ?? false });
    sent.on('error', (error) => reject(failureOf(error, sent, deadline)));
    sent.on('response', (response) => {
      readBody(response, exchange.maxBytes).then(
        (read) => resolve({ status: response.statusCode ?? 0, headers: headersOf(response), ...read }),
        (error: unknown) => reject(failureOf(error, undefined, deadline)),
      );
    });
    sent.end(body);
  });
}

/** Connects to the addresses that were checked, whatever the name says by now. */
function only(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, callback) => {
    const [first = { address: '', family: 0 }] = found;
    if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  };
}

async function readBody(
  response: IncomingMessage,
  maxBytes: number,
): Promise<Pick<OutboundResponse, 'body' | 'isCut'>> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    parts.push(bytes.subarray(0, Math.max(0, maxBytes - length)));
    length += bytes.length;
    // Leaving the loop closes the connection: an endless answer ends here.
    if (length > maxBytes) break;
  }
  return { body: Buffer.concat(parts), ...(length > maxBytes && { isCut: true }) };
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function failureOf(error: unknown, sent: ClientRequest | undefined, deadline: AbortSignal): Error {
  if (deadline.aborted) return new OutboundFailed('timeout');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (sent?.reusedSocket && (code === 'ECONNRESET' || code === 'EPIPE')) return new StaleConnection();
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(code)) {
    return new OutboundFailed('refused', { cause: error });
  }
  if (code === 'ETIMEDOUT') return new OutboundFailed('timeout', { cause: error });
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|EPROTO)/.test(code)) {
    return new OutboundFailed('tls', { cause: error });
  }
  return new OutboundFailed('broken', { cause: error });
}

async function race<Value>(work: Promise<Value>, deadline: AbortSignal): Promise<Value> {
  let stop = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    stop = () => reject(new OutboundFailed('timeout'));
    deadline.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    deadline.removeEventListener('abort', stop);
  }
}
