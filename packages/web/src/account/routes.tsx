import { setCookie } from 'hono/cookie';
import * as z from 'zod';
import { timeZones } from '../i18n/format.ts';
import { localeCookie } from '../i18n/locale.ts';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, type Portal, readForm } from '../visit.ts';
import { AccountPage } from './pages.ts';
import type { AccountPorts } from './ports.ts';

const timeZoneSchema = z.object({ timeZone: z.enum(Object.keys(timeZones) as (keyof typeof timeZones)[]) });
const languageSchema = z.object({
  language: z.enum(['id', 'en']),
  returnTo: z.string().max(2_000).optional(),
});

export function registerAccount(portal: Portal, ports: AccountPorts): void {
  portal.open({ method: 'POST', path: '/language', access: ['anyone'] }, async ({ context, ui, person }) => {
    const read = await readForm(context, languageSchema, { other: ui.t.problem.other });
    if (!read.ok) return goTo(context, '/');
    if (person) await ports.changeLanguage(person, read.data.language);
    setCookie(context, localeCookie, read.data.language, {
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      maxAge: 365 * 24 * 3600,
    });
    return goTo(context, portal.options.safeReturnTo(read.data.returnTo));
  });

  portal.person({ method: 'GET', path: '/account', access: ['person'], allWords: true }, (visit) =>
    answerAccount(visit, ports, {}),
  );

  portal.person({ method: 'POST', path: '/account', access: ['person'], allWords: true }, async (visit) => {
    const { context, ui, person } = visit;
    const read = await readForm(context, timeZoneSchema, { other: ui.t.problem.other });
    if (!read.ok) return answerAccount(visit, ports, { form: read.form, status: 422 });
    const done = await attempt(visit, read.form, () => ports.changeTimeZone(person, read.data.timeZone));
    if (!done.ok) return answerAccount(visit, ports, { form: done.form, status: 409 });
    return goTo(context, '/account', 'saved');
  });

  portal.person(
    { method: 'POST', path: '/account/mail', access: ['person'], allWords: true },
    async (visit) => {
      const { context, ui, person } = visit;
      const { mailFields, wishesOf } = await mailForm();
      const read = await readForm(context, mailFields, { other: ui.t.shell.fieldWrong });
      if (!read.ok) return answerAccount(visit, ports, { mail: read.form, status: 422 });
      await ports.saveMailWishes(person, wishesOf(read.data));
      return goTo(context, '/account', 'saved');
    },
  );
}

const mailForm = () => import('./mail-form.tsx');

async function answerAccount(
  { context, ui, person, notice }: PersonVisit,
  ports: AccountPorts,
  given: { readonly form?: FormState; readonly mail?: FormState; readonly status?: 409 | 422 },
): Promise<Response> {
  const own = { values: { timeZone: ui.viewer?.timeZone ?? 'Asia/Jakarta' }, errors: {} };
  const { mailFormOf } = await mailForm();
  const mail = given.mail ?? mailFormOf(await ports.mailWishesOf(person));
  const page = <AccountPage ui={ui} form={given.form ?? own} mailForm={mail} notice={notice} />;
  return answerPage(context, page, given.status ?? 200);
}
