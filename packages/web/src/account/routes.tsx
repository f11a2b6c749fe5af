import { setCookie } from 'hono/cookie';
import * as z from 'zod';
import { timeZones } from '../i18n/format.ts';
import { localeCookie } from '../i18n/locale.ts';
import { answerPage, attempt, goTo, type Portal, readForm } from '../visit.ts';
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

  portal.person(
    { method: 'GET', path: '/account', access: ['person'], allWords: true },
    async ({ context, ui, notice }) => {
      const form = { values: { timeZone: ui.viewer?.timeZone ?? 'Asia/Jakarta' }, errors: {} };
      return answerPage(context, <AccountPage ui={ui} form={form} notice={notice} />);
    },
  );

  portal.person({ method: 'POST', path: '/account', access: ['person'], allWords: true }, async (visit) => {
    const { context, ui, person } = visit;
    const read = await readForm(context, timeZoneSchema, { other: ui.t.problem.other });
    if (!read.ok) return answerPage(context, <AccountPage ui={ui} form={read.form} />, 422);
    const done = await attempt(visit, read.form, () => ports.changeTimeZone(person, read.data.timeZone));
    if (!done.ok) return answerPage(context, <AccountPage ui={ui} form={done.form} />, 409);
    return goTo(context, '/account', 'saved');
  });
}
