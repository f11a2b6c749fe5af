import * as z from 'zod';
import { priorityWords } from '../i18n/priority.ts';
import type { FormState } from '../layout/form.tsx';
import { textOfForm } from '../recognition/visits.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AgencyPriorityPage } from './desk-page.tsx';
import { AgencyPrioritySeatPage } from './desk-seat-page.tsx';
import { agencyPriorityPath, agencyPrioritySeatPath } from './paths.ts';
import { groundNames, type PriorityDeskPorts } from './ports.ts';

function wishIn({ context }: PersonVisit) {
  const year = context.req.query('year') ?? '';
  const page = (context.req.query('page') ?? '').slice(0, 1_000);
  return { ...(/^20\d\d$/.test(year) && { year: Number(year) }), ...(page !== '' && { page }) };
}

export async function showList(visit: PersonVisit, ports: PriorityDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const wish = wishIn(visit);
  const view = await ports.listOf(person, wish);
  return answerPage(
    context,
    <AgencyPriorityPage ui={ui} view={view} isFirst={wish.page === undefined} notice={notice} />,
  );
}

const day = z.union([z.literal(''), z.iso.date()]);
const grantSchema = z.object({
  who: z.string().trim().min(3).max(254),
  ground: z.enum(groundNames),
  minutesNumber: z.string().trim().min(3).max(120),
  minutesOn: z.iso.date(),
  validUntil: day.default(''),
});

export async function grant(visit: PersonVisit, ports: PriorityDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong } = priorityWords[ui.locale].desk;
  const words = {
    who: wrong.who,
    minutesNumber: wrong.minutesNumber,
    minutesOn: wrong.minutesOn,
    validUntil: wrong.validUntil,
  };
  const read = await readForm(context, grantSchema, { ...words, other: ui.t.shell.fieldWrong });
  if (!read.ok) return again(visit, ports, { grantForm: read.form });
  const { validUntil, ...order } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.grant(person, { ...order, ...(validUntil !== '' && { validUntil }) }),
  );
  if (!done.ok) return again(visit, ports, { grantForm: withDayWords(done.form, words) });
  if (done.value === 'nobody')
    return again(visit, ports, { grantForm: { ...read.form, errors: { who: wrong.who } } });
  return goTo(context, agencyPriorityPath, 'created');
}

/** Of a day that is refused which ones are taken. */
function withDayWords(form: FormState, words: { readonly minutesOn: string; readonly validUntil: string }) {
  const errors = Object.entries(form.errors).map(([name, sentence]) =>
    name === 'minutesOn' || name === 'validUntil' ? [name, words[name]] : [name, sentence],
  );
  return { ...form, errors: Object.fromEntries(errors) };
}

const stockSchema = z.object({
  stock: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/)
    .transform((text) => (text === '' ? undefined : Number(text)))
    .pipe(z.int().max(10_000).optional()),
});

export async function setStock(visit: PersonVisit, ports: PriorityDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = priorityWords[ui.locale].desk;
  const read = await readForm(context, stockSchema, { stock: words.stockWrong, other: words.stockWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.setStock(person, read.data.stock))
    : read;
  return done.ok ? goTo(context, agencyPriorityPath, 'saved') : again(visit, ports, { stockForm: done.form });
}

async function again(
  visit: PersonVisit,
  ports: PriorityDeskPorts,
  forms: { readonly grantForm?: FormState; readonly stockForm?: FormState },
): Promise<Response> {
  const view = await ports.listOf(visit.person, {});
  return answerPage(visit.context, <AgencyPriorityPage ui={visit.ui} view={view} isFirst {...forms} />, 422);
}

const placeIn = ({ context }: PersonVisit) => ({
  personId: (context.req.param('personId') ?? '').slice(0, 64),
  seatId: (context.req.param('seatId') ?? '').slice(0, 64),
});

export async function showSeat(visit: PersonVisit, ports: PriorityDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const seat = await ports.seatOf(person, placeIn(visit));
  return answerPage(context, <AgencyPrioritySeatPage ui={ui} seat={seat} notice={notice} />);
}

const takeBackSchema = z.object({ reason: textOfForm(5, 500) });

export async function takeBack(visit: PersonVisit, ports: PriorityDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = priorityWords[ui.locale].desk;
  const read = await readForm(context, takeBackSchema, {
    ...{ reason: words.wrongReason, other: ui.t.shell.fieldWrong },
  });
  const place = placeIn(visit);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.takeBack(person, place, read.data.reason))
    : read;
  if (done.ok) return goTo(context, agencyPrioritySeatPath(place), 'saved');
  const seat = await ports.seatOf(person, place);
  return answerPage(context, <AgencyPrioritySeatPage ui={ui} seat={seat} form={done.form} />, 422);
}
