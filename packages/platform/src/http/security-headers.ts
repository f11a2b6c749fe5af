import type { Context } from 'hono';
import type { AppEnv, HttpAppOptions } from './create-http-app.ts';
import { applyRateHeaders } from './rate-headers.ts';

const fixedHeaders: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['strict-transport-security', 'max-age=63072000; includeSubDomains'],
  ['cross-origin-opener-policy', 'same-origin-allow-popups'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** Sets what every answer carries; a header that the handler chose itself stays. */
export function applyHeaders(context: Context<AppEnv>, options: HttpAppOptions): void {
  const { headers } = context.res;
  const setIfAbsent = (name: string, value: string) => {
    if (!headers.has(name)) headers.set(name, value);
  };
  for (const [name, value] of fixedHeaders) setIfAbsent(name, value);
  setIfAbsent(
    'content-security-policy',
    options.contentSecurityPolicy ?? "default-src 'none'; frame-ancestors 'none'",
  );
  // Answers are personal unless a handler says otherwise.
  setIfAbsent('cache-control', 'no-store');
  headers.set('x-request-id', context.get('requestId'));
  const rate = context.get('rate');
  if (rate) applyRateHeaders(headers, rate);
  if (options.cors) applyCors(headers, options.cors);
  options.decorate?.(headers, context);
}

/** An answer that pages of any origin may read. */
export function applyCors(headers: Headers, rule: NonNullable<HttpAppOptions['cors']>): void {
  // Any origin, never credentials: the caller proves itself by header, so a cookie can do nothing here.
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-allow-methods', 'GET, HEAD, POST, PUT, DELETE, OPTIONS');
  headers.set('access-control-allow-headers', rule.allowHeaders.join(', '));
  headers.set('access-control-expose-headers', rule.exposeHeaders.join(', '));
  headers.set('access-control-max-age', '7200');
  headers.set('cross-origin-resource-policy', 'cross-origin');
}

/** Preflights carry no credentials and are answered to anyone. */
export function answerPreflight(context: Context<AppEnv>): Response {
  return context.body(null, 204);
}
