import { answerChoice, offerCourses, readChoosing, type ToolCourse } from '@sinau/lti-tool';
import type { HttpApp } from '@sinau/platform/http';
import { html } from 'hono/html';
import { autoPost, waysOut } from '../shared/lti-page.ts';
import { type Answering, answer, answering, originsOf } from './answer.ts';
import { answeringRefusals } from './answering-refusals.ts';
import type { LtiToolAppDeps } from './deps.ts';

/**
 * Somebody chooses what is linked over there (Deep Linking 2.0), inside a page of the learning system. The secret of the step is in the form, as a
 * frame of others may have no cookie; it is in no address.
 */
export function addChoiceRoutes(app: HttpApp, deps: LtiToolAppDeps): void {
  app.route({ method: 'POST', path: '/tool/choose', access: ['anyone'] }, async (c) => {
    const visit = answering(c, deps);
    const form = new URLSearchParams(await c.req.text());
    const pass = form.get('visit') ?? '';
    return answeringRefusals(visit, () => showChoice(visit, deps, { pass, words: form.get('words') ?? '' }));
  });
  app.route({ method: 'POST', path: '/tool/choose/answer', access: ['anyone'] }, async (c) => {
    const visit = answering(c, deps);
    const form = new URLSearchParams(await c.req.text());
    return answeringRefusals(visit, async () => {
      const pass = form.get('visit') ?? '';
      const { platform } = await readChoosing(deps, pass);
      const courseIds = form.has('cancel') ? [] : form.getAll('course');
      const { returnUrl, jwt } = await answerChoice(deps, { pass, courseIds });
      const { words, nonce } = visit;
      return answer(visit, {
        title: words.returning(platform.name),
        body: autoPost({ action: returnUrl, fields: { JWT: jwt }, goOn: words.goOn, nonce }),
        forms: waysOut(deps.portalOrigin),
        framedBy: originsOf(platform),
      });
    });
  });
}

/** The courses that may be chosen; without script as with it. */
export async function showChoice(
  visit: Answering,
  deps: LtiToolAppDeps,
  given: { readonly pass: string; readonly words: string },
) {
  const { words } = visit;
  const { pass } = given;
  const { platform, asked } = await readChoosing(deps, pass);
  const courses = await offerCourses(deps, { platform, words: given.words });
  const hidden = html`<input type="hidden" name="visit" value="${pass}">`;
  const rows = courses.map((course, at) => courseRow(visit, course, { multiple: asked.multiple, at }));
  const list =
    courses.length === 0
      ? html`<p>${words.noCourses}</p>`
      : html`<fieldset><legend>${words.courses}</legend>${rows}</fieldset>`;
  const choose = courses.length === 0 ? '' : html`<button>${words.choose}</button>`;
  const body = html`<p>${words.chooseFor(platform.name, asked.context?.title)}</p>
<form method="post" action="/tool/choose" role="search" class="search">${hidden}<label for="words">${words.searchLabel}</label><input id="words" name="words" type="search" value="${given.words.slice(0, 200)}" maxlength="200"><button>${words.search}</button></form>
<form method="post" action="/tool/choose/answer">${hidden}${list}<p>${choose} <button name="cancel" value="1" class="plain" formnovalidate>${words.cancel}</button></p></form>`;
  return answer(visit, { title: words.chooseTitle, body, forms: ["'self'"], framedBy: originsOf(platform) });
}

function courseRow(
  { locale }: Answering,
  { courseId, title, text }: ToolCourse,
  { multiple, at }: { readonly multiple: boolean; readonly at: number },
) {
  const other = locale === 'id' ? 'en' : 'id';
  const inWords = (map: ToolCourse['title'] = {}) => map[locale] ?? map[other] ?? Object.values(map)[0] ?? '';
  const type = multiple ? 'checkbox' : 'radio';
  return html`<label class="row"><input type="${type}" name="course" value="${courseId}"${at === 0 && !multiple ? ' required' : ''}><span><strong>${inWords(title)}</strong><br><span class="small">${inWords(text).slice(0, 200)}</span></span></label>`;
}
