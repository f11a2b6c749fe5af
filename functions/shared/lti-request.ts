import type { Locale } from '@sinau/kernel';
import type { Parameters } from '@sinau/lti';
import type { AppEnv } from '@sinau/platform/http';
import type { Context } from 'hono';
import { parse } from 'hono/utils/cookie';

/** What the browser keeps under this name of what an earlier launch gave it. */
export function browserIn(request: Request, cookieName: string): string | undefined {
  const header = request.headers.get('cookie');
  return header ? parse(header, cookieName)[cookieName] : undefined;
}

/** Comes along from pages of others as well, and from within their frames; `__Host-` in the name: this host alone, over TLS. */
export function browserCookie(name: string, value: string): string {
  const attributes = 'Path=/; Max-Age=28800; Secure; HttpOnly; SameSite=None; Partitioned';
  return `${name}=${value}; ${attributes}`;
}

/** Of the query or of the form, each with every value: one that came twice is refused further in. */
export async function parametersOf(c: Context<AppEnv>): Promise<Parameters> {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '');
  const text = c.req.method === 'POST' ? (isForm ? await c.req.text() : '') : new URL(c.req.url).search;
  const found = new URLSearchParams(text);
  return Object.fromEntries([...new Set(found.keys())].map((name) => [name, found.getAll(name)]));
}

/** Before anybody is known: what the browser prefers, of the two. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'id';
}
