import { answerAuthentication, beginLaunch, LaunchEnded, ToolNotReady } from '@sinau/delivery/lti';
import { plainText } from '@sinau/lti';
import type { AppEnv, HttpApp } from '@sinau/platform/http';
import { redact } from '@sinau/platform/log';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { autoPost, page, pageHeaders, waysOut } from '../shared/lti-page.ts';
import { browserCookie, browserIn, localeOf, parametersOf } from '../shared/lti-request.ts';
import type { LtiAppDeps } from './deps.ts';
import { logSayings } from './log-sayings.ts';
import { wordsOf } from './words.ts';

/** `__Host-`: this host alone, over TLS. From pages of tools it must come along, also from within a frame of ours. */
const cookieName = '__Host-sinau-lti';

/** The way of a browser to a tool: from a ticket to the tool's login, and from the tool's question to its id_token (L1 to L10). */
export function addLaunchRoutes(app: HttpApp, deps: LtiAppDeps): void {
  app.route({ method: 'GET', path: '/lti/launch', access: ['anyone'] }, async (c) => {
    const known = browserIn(c.req.raw, cookieName);
    try {
      const ticket = c.req.query('ticket') ?? '';
      const { url, browser } = await beginLaunch(deps.launching, {
        ticket,
        ...(known !== undefined && { browser: known }),
      });
      c.header('set-cookie', browserCookie(cookieName, browser));
      c.header('cross-origin-opener-policy', 'unsafe-none');
      return c.redirect(url, 302);
    } catch (error) {
      return launchFailed(c, deps, error);
    }
  });
  for (const method of ['GET', 'POST'] as const) {
    app.route({ method, path: '/lti/authorize', access: ['anyone'] }, async (c) => {
      const browser = browserIn(c.req.raw, cookieName);
      const parameters = await parametersOf(c);
      const answer = await answerAuthentication(deps.launching, {
        parameters,
        ...(browser !== undefined && { browser }),
      });
      const locale =
        (answer.outcome === 'post' && answer.locale) || localeOf(c.req.header('accept-language'));
      const words = wordsOf(locale);
      const nonce = deps.ids.token(16);
      if (answer.outcome === 'stranger') {
        const body = html`<p>${words.stranger[answer.because]}</p>`;
        return c.html(page({ locale, nonce, title: words.launchFailed, body }), 400, pageHeaders(nonce));
      }
      const { redirectUri: action, fields, toolName } = answer;
      const body = autoPost({ action, fields, nonce, goOn: words.goOn });
      return c.html(
        page({ locale, nonce, title: words.going(toolName), body }),
        200,
        pageHeaders(nonce, waysOut(deps.addresses.issuer)),
      );
    });
  }
  app.route({ method: 'GET', path: '/lti/return', access: ['anyone'] }, (c) => comeBack(c, deps));
}

function launchFailed(c: Context<AppEnv>, deps: LtiAppDeps, error: unknown): Response | Promise<Response> {
  if (!(error instanceof LaunchEnded || error instanceof ToolNotReady)) throw error;
  const locale = localeOf(c.req.header('accept-language'));
  const words = wordsOf(locale);
  const nonce = deps.ids.token(16);
  const text = error instanceof LaunchEnded ? words.launchEnded : words.notReady;
  const body = html`<p>${text}</p><a href="/">${words.home}</a>`;
  return c.html(page({ locale, nonce, title: words.launchFailed, body }), 403, pageHeaders(nonce));
}

const mostChars = 500;

/** What the tool has to say, as text, and the way on; nothing said to the person leads on at once (L10). */
function comeBack(c: Context<AppEnv>, { ids, addresses, log }: LtiAppDeps): Response | Promise<Response> {
  const to = pathOf(c.req.query('to') ?? '/', addresses.issuer);
  const written = (name: string) => plainText(c.req.query(name) ?? '');
  const said = (name: string) => written(name).slice(0, mostChars);
  const [from = '/'] = to.split('?');
  logSayings(
    log,
    { on: 'return', page: redact(from).slice(0, 200) },
    { log: written('lti_log'), errorLog: written('lti_errorlog') },
  );
  const [message, error] = [said('lti_msg'), said('lti_errormsg')];
  if (message === '' && error === '') return c.redirect(to, 303);
  const locale = localeOf(c.req.header('accept-language'));
  const words = wordsOf(locale);
  const nonce = ids.token(16);
  const title = error === '' ? words.toolSays : words.toolReports;
  const quotes = [error, message].flatMap((text) =>
    text === '' ? [] : [html`<blockquote>${text}</blockquote>`],
  );
  // Anybody can write such an address, not the tool alone.
  const body = html`${quotes}<p>${words.notOurs}</p><a href="${to}">${words.backToCourse}</a>`;
  return c.html(page({ locale, nonce, title, body }), 200, pageHeaders(nonce));
}

/** A page of the portal and of nobody else: tools may send anything back here. */
export function pathOf(to: string, issuer: string): string {
  const url = URL.parse(to, issuer);
  if (!to.startsWith('/') || !url || url.origin !== new URL(issuer).origin) return '/';
  // A path of two slashes, given back alone, would name another host (case F2).
  if (url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}`;
}
