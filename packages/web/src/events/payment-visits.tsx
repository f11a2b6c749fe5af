import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { type EventPaymentsPorts, noShowNames } from './agency-ports.ts';
import { eventPaymentPath } from './paths.ts';
import { PaymentPage } from './payment-page.tsx';
import { SeatUsePage } from './seat-use-page.tsx';

const eventIdIn = ({ context }: PersonVisit): string => (context.req.param('eventId') ?? '').slice(0, 64);

export async function showSeatUse(
  { context, ui, person }: PersonVisit,
  ports: EventPaymentsPorts,
): Promise<Response> {
  const asked = /^20\d{2}$/.exec(context.req.query('year') ?? '')?.[0];
  const use = await ports.seatUse(person, asked === undefined ? undefined : Number(asked));
  return answerPage(context, <SeatUsePage ui={ui} {...use} />);
}

export const showPayment = (visit: PersonVisit, ports: EventPaymentsPorts): Promise<Response> =>
  onPage(visit, ports, { form: emptyForm, status: 200 });

async function onPage(
  visit: PersonVisit,
  ports: EventPaymentsPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const payment = await ports.paymentOf(person, eventIdIn(visit));
  const { lineId = '', noShow, rev } = payment;
  const shown = { ...form, values: { lineId, noShow, ...form.values, rev: String(rev) } };
  return answerPage(context, <PaymentPage ui={ui} payment={payment} form={shown} notice={notice} />, status);
}

const paymentSchema = z.object({
  lineId: z.string().max(60).optional(),
  noShow: z.enum(noShowNames),
  rev: z.coerce.number().int().min(0).max(1_000_000),
});

export async function pay(visit: PersonVisit, ports: EventPaymentsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const read = await readForm(context, paymentSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return onPage(visit, ports, { form: read.form, status: 422 });
  const { lineId, ...said } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.pay(person, eventId, { ...said, ...(lineId && { lineId }) }),
  );
  return done.ok
    ? goTo(context, eventPaymentPath(eventId), 'saved')
    : onPage(visit, ports, { form: done.form, status: 422 });
}
