import type { Context } from 'hono';
import { parse } from 'hono/utils/cookie';

/** `__Host-`: this host alone, over TLS (browsers count http://localhost as such), every path. */
export const sessionCookie = '__Host-sinau';

export function readCookie(request: Request, name: string): string | undefined {
  const header = request.headers.get('cookie');
  return header ? parse(header, name)[name] : undefined;
}

/** Appends, so that several may be set by one answer. */
export function writeCookie(
  context: Context,
  cookie: { readonly name: string; readonly value: string; readonly maxAgeSeconds: number },
): void {
  const { name, value, maxAgeSeconds } = cookie;
  const text = `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=Lax`;
  context.header('set-cookie', text, { append: true });
}
