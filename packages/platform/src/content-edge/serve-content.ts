import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import type { Log } from '../log/log.ts';
import type { ObjectInfo, ObjectStore } from '../objects/object-store.ts';
import { parseByteRange } from './byte-range.ts';
import { contentSecurityHeaders, playerSecurityHeaders } from './content-security-headers.ts';
import { type EdgeRequest, type EdgeResponse, toEdgeRequest } from './edge-event.ts';
import { type EdgeFunctions, loadEdgeFunctions } from './edge-functions.ts';
import { ownPagesPrefix, type PlayerPage, type PlayerPages } from './player-pages.ts';

export interface ServeContentOptions {
  /** Content bucket: files of a version under `versions/<hash>/<path>`. */
  readonly objects: ObjectStore;
  /** Our own pages, the same on every origin, under `/_sinau/`. */
  readonly player: PlayerPages;
  /** `contentTicketKey` of the signing secret. */
  readonly ticketKey: string;
  readonly now: () => Date;
  readonly portalOrigin: string;
  /** @see playerSecurityHeaders */
  readonly mediaOrigins: readonly string[];
  /** @see contentSecurityHeaders */
  readonly connectOrigins?: readonly string[];
  readonly log: Log;
}

/**
 * Request handler of the local content origins `<hash>.localhost:<port>`: the edge functions with an object store
 * behind them, as CloudFront and S3 are in AWS, with ranges and validators.
 */
export function serveContent(
  options: ServeContentOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const edge = loadEdgeFunctions(options);
  const ofPackages = Object.entries(contentSecurityHeaders(options));
  const ofPlayer = Object.entries(playerSecurityHeaders(options));
  return async (request, response) => {
    // As CloudFront chooses its behaviour: by the path as it is written.
    const security = request.url?.startsWith('/_sinau/') ? ofPlayer : ofPackages;
    for (const [name, value] of security) response.setHeader(name, value);
    try {
      await answer(options, edge, { request, response });
    } catch (error) {
      options.log.error('content request failed', error);
      if (response.headersSent) response.destroy();
      else send(response, { statusCode: 500, headers: {} });
    }
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(
  { objects, player }: ServeContentOptions,
  edge: EdgeFunctions,
  exchange: Exchange,
): Promise<void> {
  const { request, response } = exchange;
  const { method = 'GET', url = '/', headers } = request;
  const decided = await edge.viewerRequest({ request: toEdgeRequest({ method, url, headers }) });
  if (isResponse(decided)) return send(response, decided);
  const key = decodeURIComponent(decided.uri.slice(1));
  if (key.startsWith(ownPagesPrefix)) return sendPage(player, key, exchange);
  const info = await objects.head(key);
  if (!info) return send(response, edge.viewerResponse({ response: notFound }));
  await sendObject(objects, edge, { ...exchange, info });
}

const isResponse = (decided: EdgeRequest | EdgeResponse): decided is EdgeResponse => 'statusCode' in decided;

const notFound: EdgeResponse = {
  statusCode: 404,
  headers: { 'content-type': { value: 'text/plain; charset=utf-8' }, 'cache-control': { value: 'no-store' } },
  body: { encoding: 'text', data: 'Not Found' },
};

function sendPage(player: PlayerPages, key: string, { request, response }: Exchange): void {
  const page = player.get(key);
  if (!page) {
    send(response, notFound);
    return;
  }
  const packed = packedFor(request, page);
  const headers = {
    'content-type': { value: page.contentType },
    'cache-control': { value: page.cacheControl },
    vary: { value: 'accept-encoding' },
    etag: { value: packed ? `W/${page.etag}` : page.etag },
    ...(packed && { 'content-encoding': { value: 'gzip' } }),
  };
  if (isFresh(request, page)) {
    send(response, { statusCode: 304, headers });
    return;
  }
  const body = packed ?? page.body;
  const length = { 'content-length': { value: String(body.length) } };
  writeHead(response, { statusCode: 200, headers: { ...headers, ...length } });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const packedPages = new WeakMap<PlayerPage, Buffer>();

/** Text of more than 1 KB, packed once, as CloudFront packs it; undefined where the page goes as it is. */
function packedFor({ headers }: IncomingMessage, page: PlayerPage): Buffer | undefined {
  const accepted = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers['accept-encoding'] ?? ''));
  if (!accepted || page.body.length < 1000 || !/^text\/|json|svg|wasm/.test(page.contentType))
    return undefined;
  const known = packedPages.get(page) ?? gzipSync(page.body);
  packedPages.set(page, known);
  return known;
}

async function sendObject(
  objects: ObjectStore,
  edge: EdgeFunctions,
  { request, response, info }: Exchange & { readonly info: ObjectInfo },
): Promise<void> {
  const headers = objectHeaders(info);
  if (isFresh(request, info)) return send(response, { statusCode: 304, headers });
  const range = wantedRange(request, info);
  if (range === 'unsatisfiable') {
    return send(response, {
      statusCode: 416,
      headers: { 'content-range': { value: `bytes */${info.sizeBytes}` } },
    });
  }
  const length = range ? range.last - range.first + 1 : info.sizeBytes;
  const described = edge.viewerResponse({
    response: {
      statusCode: range ? 206 : 200,
      headers: {
        ...headers,
        'content-length': { value: String(length) },
        ...(range && { 'content-range': { value: `bytes ${range.first}-${range.last}/${info.sizeBytes}` } }),
      },
    },
  });
  if (request.method === 'HEAD') return send(response, described);
  const found = await objects.read(info.key, range);
  if (!found) return send(response, edge.viewerResponse({ response: notFound }));
  writeHead(response, described);
  // A visitor who leaves in the middle is no failure of ours.
  await pipeline(found.body, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

function objectHeaders(info: ObjectInfo): Record<string, { readonly value: string }> {
  return {
    'content-type': { value: info.contentType ?? 'application/octet-stream' },
    etag: { value: info.etag },
    'accept-ranges': { value: 'bytes' },
    // A version never changes; but only its learners may keep it.
    'cache-control': { value: 'private, max-age=31536000, immutable' },
  };
}

function isFresh(request: IncomingMessage, info: Pick<ObjectInfo, 'etag'>): boolean {
  const tags = request.headers['if-none-match'];
  if (tags === undefined) return false;
  return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === info.etag);
}

function wantedRange(request: IncomingMessage, info: ObjectInfo) {
  const { range, 'if-range': ifRange } = request.headers;
  // A part of another state of the file must not be glued to what the browser has (RFC 9110 13.1.5).
  if (request.method !== 'GET' || (ifRange !== undefined && ifRange !== info.etag)) return undefined;
  return parseByteRange(range, info.sizeBytes);
}

function send(response: ServerResponse, answered: EdgeResponse): void {
  writeHead(response, answered);
  response.end(answered.body?.data);
}

function writeHead(response: ServerResponse, { statusCode, headers, cookies = {} }: EdgeResponse): void {
  for (const [name, { value }] of Object.entries(headers)) response.setHeader(name, value);
  for (const [name, { value, attributes }] of Object.entries(cookies)) {
    response.appendHeader('set-cookie', `${name}=${value}; ${attributes}`);
  }
  response.writeHead(statusCode);
}
