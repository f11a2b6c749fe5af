import { ChoiceRefused, LaunchEnded, type TakenChoice, takeChoice } from '@sinau/delivery/lti';
import { DomainError } from '@sinau/kernel';
import type { AppEnv, HttpApp } from '@sinau/platform/http';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { page, pageHeaders } from '../shared/lti-page.ts';
import { localeOf } from '../shared/lti-request.ts';
import type { LtiAppDeps } from './deps.ts';
import { pathOf } from './launch-routes.ts';
import { wordsOf } from './words.ts';

/** Where tools send what an author chose: a form of their own page, so without any cookie of ours (Deep Linking 2.0, 4). */
export function addChoiceRoute(app: HttpApp, deps: LtiAppDeps): void {
  app.route(
    { method: 'POST', path: '/lti/deep-links', access: ['anyone'], maxBodyBytes: 512 * 1024 },
    async (c) => {
      const form = new URLSearchParams(await c.req.text());
      try {
        const taken = await takeChoice(deps.launching, {
          pass: c.req.query('for') ?? '',
          jwt: form.get('JWT') ?? '',
        });
        return tell(c, deps, taken);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return refuse(c, deps, error);
      }
    },
  );
}

function tell(c: Context<AppEnv>, { ids, addresses }: LtiAppDeps, taken: TakenChoice) {
  const { placed, notes, courseTitle, returnUrl, locale } = taken;
  const words = wordsOf(locale);
  const nonce = ids.token(16);
  const title = placed > 0 ? words.choiceTaken(placed, courseTitle) : words.choiceEmpty;
  const said = [
    ...(notes.error === undefined
      ? []
      : [html`<p>${words.toolReports}</p><blockquote>${notes.error}</blockquote>`]),
    ...(notes.message === undefined
      ? []
      : [html`<p>${words.toolSays}</p><blockquote>${notes.message}</blockquote>`]),
  ];
  const to = pathOf(returnUrl.slice(addresses.issuer.length), addresses.issuer);
  const body = html`${said}<a href="${to}">${words.backToCourse}</a>`;
  return c.html(page({ locale, nonce, title, body }), 200, pageHeaders(nonce));
}

function refuse(c: Context<AppEnv>, deps: LtiAppDeps, error: DomainError) {
  const locale = localeOf(c.req.header('accept-language'));
  const words = wordsOf(locale);
  const nonce = deps.ids.token(16);
  const title = error instanceof LaunchEnded ? words.launchFailed : words.choiceRefused;
  // Why is for those who look after the tool; it holds nothing that was sent.
  const body = html`<p>${words.nothingAdded}</p><p class="small">${words.forTechnicians}: <code>${error.message}</code></p><a href="/">${words.home}</a>`;
  const status = error instanceof ChoiceRefused ? 400 : error instanceof LaunchEnded ? 403 : 409;
  return c.html(page({ locale, nonce, title, body }), status, pageHeaders(nonce));
}
