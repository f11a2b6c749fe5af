import { originOf } from '@sinau/lti';
import type { ForeignPlatform } from '@sinau/lti-tool';
import type { AppEnv } from '@sinau/platform/http';
import type { Context } from 'hono';
import { type Part, page, pageHeaders } from '../shared/lti-page.ts';
import { localeOf } from '../shared/lti-request.ts';
import type { LtiToolAppDeps } from './deps.ts';
import { type ToolWords, wordsOf } from './words.ts';

export interface Answering {
  readonly c: Context<AppEnv>;
  readonly words: ToolWords;
  readonly locale: 'id' | 'en';
  readonly nonce: string;
}

/** One answer with a page, in the words of the browser. */
export function answering(c: Context<AppEnv>, { ids }: Pick<LtiToolAppDeps, 'ids'>): Answering {
  const locale = localeOf(c.req.header('accept-language'));
  return { c, locale, words: wordsOf(locale), nonce: ids.token(16) };
}

export function answer(
  { c, locale, nonce }: Answering,
  given: {
    readonly title: string;
    readonly body: Part;
    readonly status?: 200 | 400 | 403 | 409;
    /** Sources that forms of the page lead to; `'self'` for our own origin. */
    readonly forms?: readonly string[];
    /** Origins whose pages may hold it in a frame. */
    readonly framedBy?: readonly string[];
  },
) {
  const { title, body, status = 200, forms, framedBy } = given;
  return c.html(page({ locale, nonce, title, body }), status, pageHeaders(nonce, forms, framedBy));
}

/** Pages of a learning system come from these. */
export const originsOf = ({ issuer, authorizationUrl }: ForeignPlatform): readonly string[] => [
  ...new Set([originOf(issuer), originOf(authorizationUrl)]),
];

/** The page is shown inside one of another site; older browsers do not say so. */
export const isFramed = (c: Context<AppEnv>): boolean =>
  ['iframe', 'frame', 'fencedframe'].includes(c.req.header('sec-fetch-dest') ?? '');
