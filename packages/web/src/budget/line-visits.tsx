import * as z from 'zod';
import { budgetWords } from '../i18n/budget.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { BookPage, StepPage } from './booking-forms.tsx';
import { BookingsPage } from './bookings-page.tsx';
import { grounds, jp, maybe, money, outcomeOf, rev, terms, whole } from './fields.ts';
import { ChangeLinePage, type LineFormName } from './line-forms.tsx';
import { LinePage } from './line-page.tsx';
import { linePath } from './paths.ts';
import { type BudgetPorts, bookingStateNames, boundStateNames, purposeKindNames } from './ports.ts';

const lineIn = ({ context }: PersonVisit): string => context.req.param('lineId') ?? '';
const bookingIn = ({ context }: PersonVisit): string => context.req.param('bookingId') ?? '';
const pageIn = ({ context }: PersonVisit) => {
  const page = context.req.query('page');
  return page === undefined ? {} : { page };
};

/** Words for what is wrong in any of these forms. */
function messagesOf({ ui }: PersonVisit) {
  const { wrong } = budgetWords[ui.locale];
  const { money: amount, title, reason, evidence, purpose, count: people, jp: hours } = wrong;
  return {
    amount,
    ceiling: amount,
    title,
    reason,
    evidence,
    purpose,
    people,
    jp: hours,
    other: ui.t.shell.fieldWrong,
  };
}

export async function showLine(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const found = await ports.lineOf(person, { lineId: lineIn(visit), ...pageIn(visit) });
  const isFirst = context.req.query('page') === undefined;
  return answerPage(context, <LinePage ui={ui} {...found} isFirst={isFirst} notice={notice} />);
}

const stateSchema = z.enum(bookingStateNames).catch('reserved');

export async function showBookings(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const state = stateSchema.parse(context.req.query('state'));
  const found = await ports.bookingsOf(person, { lineId: lineIn(visit), state, ...pageIn(visit) });
  const isFirst = context.req.query('page') === undefined;
  return answerPage(context, <BookingsPage ui={ui} {...found} state={state} isFirst={isFirst} />);
}

interface Refused {
  readonly name: LineFormName;
  readonly form: FormState;
}

export async function showChange(
  visit: PersonVisit,
  ports: BudgetPorts,
  refused?: Refused,
): Promise<Response> {
  const { context, ui, person } = visit;
  const { line } = await ports.lineOf(person, { lineId: lineIn(visit) });
  const page = <ChangeLinePage ui={ui} line={line} {...(refused && { refused })} />;
  return answerPage(context, page, refused ? 422 : 200);
}

const termsSchema = z.object({ rev, ...terms });
const ceilingSchema = z.object({ rev, ceiling: money, ...grounds });
const openSchema = z.object({ rev, state: z.enum(['open', 'closed']), ...grounds });

export async function changeTerms(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const read = await readForm(visit.context, termsSchema, messagesOf(visit));
  if (!read.ok) return showChange(visit, ports, { name: 'terms', form: read.form });
  const { account, ...order } = read.data;
  const run = () => ports.changeTerms(visit.person, at(visit), { ...order, ...(account && { account }) });
  return finish(visit, ports, { name: 'terms', form: read.form, run });
}

export async function setCeiling(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const read = await readForm(visit.context, ceilingSchema, messagesOf(visit));
  if (!read.ok) return showChange(visit, ports, { name: 'ceiling', form: read.form });
  const run = () => ports.setCeiling(visit.person, at(visit), read.data);
  return finish(visit, ports, { name: 'ceiling', form: read.form, run });
}

export async function setState(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const read = await readForm(visit.context, openSchema, messagesOf(visit));
  if (!read.ok) return showChange(visit, ports, { name: 'state', form: read.form });
  const run = () => ports.setState(visit.person, at(visit), read.data);
  return finish(visit, ports, { name: 'state', form: read.form, run });
}

const at = (visit: PersonVisit) => ({ lineId: lineIn(visit) });

async function finish(
  visit: PersonVisit,
  ports: BudgetPorts,
  sent: Refused & { readonly run: () => Promise<void> },
): Promise<Response> {
  const { name } = sent;
  const done = await attempt(visit, sent.form, sent.run);
  if (done.ok) return goTo(visit.context, linePath(lineIn(visit)), 'saved');
  return showChange(visit, ports, { name, form: withWords(visit.ui, done.form, messagesOf(visit)) });
}

export async function showBook(visit: PersonVisit, ports: BudgetPorts, form?: FormState): Promise<Response> {
  const { context, ui, person } = visit;
  const [{ line }, purposes, formId] = await Promise.all([
    ports.lineOf(person, at(visit)),
    ports.purposesFor(person, at(visit)),
    ports.newForm(),
  ]);
  const page = <BookPage {...{ ui, line, purposes, formId }} form={form ?? emptyForm} />;
  return answerPage(context, page, form ? 422 : 200);
}

const outcome = { people: maybe(whole(1_000_000)), jp: maybe(jp) };
const amount = money.pipe(z.int().min(1));
/** `kind:id`; empty: for none of them. */
const purpose = z
  .union([z.literal(''), z.string().regex(/^(?:event|plan-item):[\w-]{1,64}$/)])
  .optional()
  .transform((text = '') => {
    const [kind, id] = text.split(':');
    const known = purposeKindNames.find((one) => one === kind);
    return known && id !== undefined ? { purpose: { kind: known, id } } : {};
  });
const bookSchema = z.object({
  form: z.uuid(),
  kind: z.enum(boundStateNames),
  amount,
  purpose,
  ...grounds,
  ...outcome,
});

export async function book(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const messages = messagesOf(visit);
  const read = await readForm(visit.context, bookSchema, messages);
  if (!read.ok) return showBook(visit, ports, read.form);
  const lineId = lineIn(visit);
  const { form, people, jp: hours, purpose: named, ...order } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.book(visit.person, { lineId, form }, { ...order, ...named, ...outcomeOf({ people, jp: hours }) }),
  );
  if (!done.ok) return showBook(visit, ports, withWords(visit.ui, done.form, messages));
  return goTo(visit.context, linePath(lineId), 'saved');
}

export async function showStep(visit: PersonVisit, ports: BudgetPorts, form?: FormState): Promise<Response> {
  const { context, ui, person } = visit;
  const at = { lineId: lineIn(visit), bookingId: bookingIn(visit) };
  const { line, booking } = await ports.bookingOf(person, at);
  const values = { amount: String(booking.amount) };
  const page = <StepPage ui={ui} line={line} booking={booking} form={form ?? { ...emptyForm, values }} />;
  return answerPage(context, page, form ? 422 : 200);
}

const stepSchema = z.object({
  from: z.enum(boundStateNames),
  to: z.enum(['committed', 'spent', 'released']),
  amount,
  ...grounds,
  ...outcome,
});

export async function step(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const messages = messagesOf(visit);
  const read = await readForm(visit.context, stepSchema, messages);
  if (!read.ok) return showStep(visit, ports, read.form);
  const at = { lineId: lineIn(visit), bookingId: bookingIn(visit) };
  const { people, jp: hours, ...order } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.step(visit.person, at, { ...order, ...outcomeOf({ people, jp: hours }) }),
  );
  if (!done.ok) return showStep(visit, ports, withWords(visit.ui, done.form, messages));
  return goTo(visit.context, linePath(at.lineId), 'saved');
}
