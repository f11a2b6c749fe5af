import type { IncomingMessage, ServerResponse } from 'node:http';

const methods = ['GET', 'HEAD', 'PUT'];

/** Headers that let a page of an allowed origin read the answer; none for other origins. */
export function corsHeaders(
  req: IncomingMessage,
  allowed: readonly string[] | undefined,
): Record<string, string> {
  const { origin } = req.headers;
  if (origin === undefined || (allowed && !allowed.includes(origin))) return {};
  return {
    'access-control-allow-origin': allowed ? origin : '*',
    'access-control-expose-headers': 'etag, content-length, content-range, accept-ranges',
    vary: 'origin, access-control-request-method, access-control-request-headers',
  };
}

/** A preflight carries no signature; it is answered from the allowed origins alone. */
export function answerPreflight(
  { req, res }: { readonly req: IncomingMessage; readonly res: ServerResponse },
  allowed: readonly string[] | undefined,
): void {
  const { origin } = req.headers;
  const method = req.headers['access-control-request-method'] ?? '';
  if (origin === undefined || (allowed && !allowed.includes(origin)) || !methods.includes(method)) {
    res.writeHead(403, { 'content-length': '0' }).end();
    return;
  }
  const wanted = req.headers['access-control-request-headers'];
  res.writeHead(200, {
    'access-control-allow-methods': methods.join(', '),
    ...(wanted !== undefined && { 'access-control-allow-headers': wanted }),
    'access-control-max-age': '600',
    'content-length': '0',
  });
  res.end();
}
