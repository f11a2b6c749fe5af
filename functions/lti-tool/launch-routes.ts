import { only, plainText } from '@sinau/lti';
import {
  beginLogin,
  type ForeignPlatform,
  openLaunch,
  sealCoursePass,
  type TakenMessage,
  takeMessage,
} from '@sinau/lti-tool';
import type { HttpApp } from '@sinau/platform/http';
import { html } from 'hono/html';
import { browserCookie, browserIn, parametersOf } from '../shared/lti-request.ts';
import { toolCookie } from '../shared/lti-tool-addresses.ts';
import { type Answering, answer, answering, isFramed, originsOf } from './answer.ts';
import { answeringRefusals } from './answering-refusals.ts';
import { showChoice } from './choice-routes.ts';
import type { LtiToolAppDeps } from './deps.ts';

/** The way of a browser from a learning system to a course: its login, our question, its message. */
export function addLaunchRoutes(app: HttpApp, deps: LtiToolAppDeps): void {
  for (const method of ['GET', 'POST'] as const) {
    app.route({ method, path: '/tool/login', access: ['anyone'] }, async (c) => {
      const visit = answering(c, deps);
      return answeringRefusals(visit, async () => {
        const parameters = await parametersOf(c);
        const target = only(parameters, 'target_link_uri') ?? '';
        // A choice answers the page around it, and stays there; a course has a window of its own.
        if (isFramed(c) && !target.startsWith(deps.addresses.choose))
          return openWindow(visit, deps, parameters);
        const browser = browserIn(c.req.raw, toolCookie);
        const begun = await beginLogin(deps, { parameters, ...(browser !== undefined && { browser }) });
        c.header('set-cookie', browserCookie(toolCookie, begun.browser));
        return c.redirect(begun.url, 302);
      });
    });
  }
  app.route({ method: 'POST', path: '/tool/launch', access: ['anyone'] }, async (c) => {
    const visit = answering(c, deps);
    return answeringRefusals(visit, async () => {
      const parameters = await parametersOf(c);
      const taken = await takeMessage(deps, messageIn(parameters, browserIn(c.req.raw, toolCookie)));
      const { message, platform } = taken;
      if (message.kind === 'choice') return showChoice(visit, deps, { pass: taken.pass, words: '' });
      return openCourse(visit, deps, { ...taken, platform, launch: message });
    });
  });
}

type Given = Awaited<ReturnType<typeof parametersOf>>;

/** What the platform itself has to say comes with the state and without a message (OpenID Connect Core, 3.1.2.6). */
function messageIn(parameters: Given, browser: string | undefined): Parameters<typeof takeMessage>[1] {
  const error = only(parameters, 'error');
  const said = error && plainText(`${error}: ${only(parameters, 'error_description') ?? ''}`).slice(0, 500);
  return {
    state: only(parameters, 'state') ?? '',
    idToken: only(parameters, 'id_token') ?? '',
    ...(browser !== undefined && { browser }),
    ...(said !== undefined && { said }),
  };
}

/** The same login once more in a window of its own: a link, as what a form would lead to is not ours to list. */
async function openWindow(visit: Answering, { platforms }: LtiToolAppDeps, parameters: Given) {
  const { words } = visit;
  const query = new URLSearchParams();
  for (const [name, [value = '']] of Object.entries(parameters)) query.set(name, value);
  const issuer = only(parameters, 'iss') ?? '';
  // Whoever registered it may hold this page in a frame.
  const framedBy = (await platforms.listAt(issuer)).flatMap(originsOf);
  const body = html`<p>${words.newWindow}</p><a href="/tool/login?${query.toString()}" target="_blank">${words.openWindow}</a>`;
  return answer(visit, { title: words.newWindowTitle, body, framedBy });
}

async function openCourse(
  visit: Answering,
  deps: LtiToolAppDeps,
  given: Pick<TakenMessage, 'pass'> & {
    readonly platform: ForeignPlatform;
    readonly launch: Parameters<typeof openLaunch>[1]['launch'];
  },
) {
  const { c, words } = visit;
  const { platform, launch, pass } = given;
  const opened = await openLaunch(deps, { platform, launch });
  const course = titleIn(opened.course.title);
  if (opened.outcome === 'unlinked') {
    const to = `/account/lms/connect?visit=${encodeURIComponent(pass)}`;
    const body = html`<p>${words.link(platform.name, course)}</p><p class="small">${words.linkOnce}</p><a href="${to}">${words.goLink}</a>`;
    return answer(visit, { title: words.linkTitle, body });
  }
  const { courseId } = opened.course;
  if (opened.outcome === 'closed') {
    const body = html`<p>${words.closed[opened.because]}</p><a href="/courses/${courseId}">${words.toCourse}</a>`;
    return answer(visit, { title: words.closedTitle(course), body, status: 403 });
  }
  const { registration, personId } = opened;
  const { platformId } = platform;
  const entry = sealCoursePass(deps.passes, 'entry', {
    ...{ registration, courseId, personId, platformId, subject: launch.subject },
  });
  return c.redirect(`/lms/${registration}?entry=${encodeURIComponent(entry)}`, 303);
}

const titleIn = (map: Readonly<Record<string, string>>): string =>
  map.id ?? map.en ?? Object.values(map)[0] ?? '';
