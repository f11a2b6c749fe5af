import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { type PartnerEventsPorts, partnerRuleNames } from './agency-ports.ts';
import { PartnerEventPage, PartnerEventsPage } from './partner-pages.tsx';
import { partnerEventsPath } from './paths.ts';

export const showPartners = (visit: PersonVisit, ports: PartnerEventsPorts): Promise<Response> =>
  onListPage(visit, ports, { form: emptyForm, status: 200 });

async function onListPage(
  { context, ui, person, notice }: PersonVisit,
  ports: PartnerEventsPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const list = await ports.list(person);
  const { approval, rev } = list.rule;
  const shown = { ...form, values: { approval, ...form.values, rev: String(rev) } };
  return answerPage(context, <PartnerEventsPage ui={ui} {...list} form={shown} notice={notice} />, status);
}

const ruleSchema = z.object({
  approval: z.enum(partnerRuleNames),
  rev: z.coerce.number().int().min(0).max(1_000_000),
});

export async function setRule(visit: PersonVisit, ports: PartnerEventsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, ruleSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok ? await attempt(visit, read.form, () => ports.setRule(person, read.data)) : read;
  return done.ok
    ? goTo(context, partnerEventsPath, 'saved')
    : onListPage(visit, ports, { form: done.form, status: 422 });
}

export async function showPartnerEvent(
  { context, ui, person }: PersonVisit,
  ports: PartnerEventsPorts,
): Promise<Response> {
  const eventId = (context.req.param('eventId') ?? '').slice(0, 64);
  const event = await ports.eventOf(person, eventId);
  return answerPage(context, <PartnerEventPage ui={ui} event={event} />);
}
