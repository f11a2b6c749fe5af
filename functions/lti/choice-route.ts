import { ChoiceRefused, LaunchEnded, type TakenChoice, takeChoice } from '@sinau/delivery/lti';
import { DomainError } from '@sinau/kernel';
import type { AppEnv, HttpApp } from '@sinau/platform/http';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { page, pageHeaders } from '../shared/lti-page.ts';
import { localeOf } from '../shared/lti-request.ts';
import type { LtiAppDeps } from './deps.ts';
import { pathOf } from './launch-routes.ts';
import { logSayings } from './log-sayings.ts';
import { type LtiWords, wordsOf } from './words.ts';

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
        const { clientId, courseId, notes } = taken;
        logSayings(deps.log, { on: 'choice', clientId, courseId }, notes);
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
  // The last line is for those who look after the tool; it holds nothing that was sent.
  const body = html`<p>${words.nothingAdded} ${reasonOf(words, error)}</p><p class="small">${words.forTechnicians}: <code>${error.message}</code></p><a href="/studio">${words.toStudio}</a>`;
  const { code } = error;
  deps.log.warn('choice refused', { code, ...(error instanceof ChoiceRefused && { fault: error.fault }) });
  const status = error instanceof ChoiceRefused ? 400 : error instanceof LaunchEnded ? 403 : 409;
  return c.html(page({ locale, nonce, title, body }), status, pageHeaders(nonce));
}

/** What the author can do about it. */
function reasonOf({ refusal }: LtiWords, error: DomainError): string {
  if (error instanceof ChoiceRefused) return refusal[error.fault];
  if (error instanceof LaunchEnded) return refusal.ended;
  if (error.code === 'catalogue.not-publishable') return refusal.full;
  return error.code === 'catalogue.not-found' ? refusal.gone : refusal.busy;
}
