import { isWebAddress, originOf } from '@sinau/lti';
import { openTicket, RegistrationEnded, RegistrationFailed, registerPlatform } from '@sinau/lti-tool';
import type { HttpApp } from '@sinau/platform/http';
import { html, raw } from 'hono/html';
import { type Answering, answer, answering } from './answer.ts';
import type { LtiToolAppDeps } from './deps.ts';

interface Asked {
  readonly ticket: string;
  readonly openidConfiguration: string;
  readonly registrationToken: string;
}

/**
 * A learning system opens the address that its owner made here, and we register ourselves there (Dynamic Registration 1.0). The page asks first: what
 * only opens an address, a preview or a scanner of links, uses nothing up.
 */
export function addRegistrationRoutes(app: HttpApp, deps: LtiToolAppDeps): void {
  app.route({ method: 'GET', path: '/tool/register', access: ['anyone'] }, async (c) => {
    const visit = answering(c, deps);
    return answeringProblems(visit, undefined, async () => {
      const asked = readAsked(new URL(c.req.url).searchParams);
      await openTicket(deps, asked.ticket);
      return ask(visit, asked);
    });
  });
  app.route({ method: 'POST', path: '/tool/register', access: ['anyone'] }, async (c) => {
    const visit = answering(c, deps);
    const asked = readAsked(new URLSearchParams(await c.req.text()));
    const origin = originIn(asked);
    return answeringProblems(visit, origin, async () => {
      if (origin === undefined) throw new RegistrationFailed('openid_configuration: is missing.');
      const { registrationToken, ...rest } = asked;
      await registerPlatform(deps, { ...rest, ...(registrationToken !== '' && { registrationToken }) });
      return done(visit, origin);
    });
  });
}

function readAsked(given: URLSearchParams): Asked {
  const said = (name: string) => (given.get(name) ?? '').slice(0, 8000);
  return {
    ticket: said('token'),
    openidConfiguration: said('openid_configuration'),
    registrationToken: said('registration_token'),
  };
}

/** Whose pages may hold ours in a frame: it says so itself, and what is shown there does nothing before it is asked. */
const originIn = ({ openidConfiguration }: Asked): string | undefined =>
  isWebAddress(openidConfiguration) ? originOf(openidConfiguration) : undefined;

const hostIn = (origin: string): string => origin.replace(/^https?:\/\//, '');

function ask(visit: Answering, asked: Asked) {
  const { register } = visit.words;
  const origin = originIn(asked);
  if (origin === undefined)
    return answer(visit, { title: register.title, body: html`<p>${register.missing}</p>`, status: 400 });
  const body = html`<p>${register.text(hostIn(origin))}</p>
<form method="post" action="/tool/register"><input type="hidden" name="token" value="${asked.ticket}"><input type="hidden" name="openid_configuration" value="${asked.openidConfiguration}"><input type="hidden" name="registration_token" value="${asked.registrationToken}"><button>${register.button}</button></form>`;
  return answer(visit, { title: register.title, body, forms: ["'self'"], framedBy: [origin] });
}

/** The system closes its own window when it hears this; where it does not, the words say what is next. */
function done(visit: Answering, origin: string) {
  const { register } = visit.words;
  const script = `const say = () => (window.opener ?? window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, ${JSON.stringify(origin).replaceAll('<', '\\u003c')}); document.querySelector('button').addEventListener('click', say);`;
  const body = html`<p>${register.done(hostIn(origin))}</p><button type="button">${register.close}</button>`;
  return answer(visit, {
    ...{ title: register.doneTitle, framedBy: [origin] },
    body: html`${body}${scriptOf(visit.nonce, script)}`,
  });
}

async function answeringProblems(
  visit: Answering,
  origin: string | undefined,
  work: () => Promise<Response>,
): Promise<Response> {
  const { register, forTechnicians } = visit.words;
  const framedBy = origin === undefined ? [] : [origin];
  try {
    return await work();
  } catch (error) {
    if (error instanceof RegistrationEnded) {
      const body = html`<p>${register.ended}</p>`;
      return answer(visit, { title: register.failed, body, status: 403, framedBy });
    }
    if (!(error instanceof RegistrationFailed)) throw error;
    const body = html`<p>${register.again}</p><p class="small">${forTechnicians}: <code>${error.message}</code></p>`;
    return answer(visit, { title: register.failed, body, status: 400, framedBy });
  }
}

function scriptOf(nonce: string, text: string) {
  return html`<script nonce="${nonce}">${raw(text)}</script>`;
}
