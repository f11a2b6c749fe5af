import * as z from 'zod';
import { eventWords } from '../i18n/events.ts';
import { materialWords } from '../i18n/materials.ts';
import { emptyForm, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { hrefOf } from '../layout/parts.tsx';
import type { MaterialProblemName } from '../materials/ports.ts';
import { sentFile } from '../materials/sent-file.ts';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { changesOf } from './attendance-form.ts';
import { CodePage } from './code-page.tsx';
import { DeskEventPage } from './desk-event-page.tsx';
import { EventFormPage } from './desk-form-page.tsx';
import { DeskEventsPage } from './desk-list-page.tsx';
import type { EventsDeskPorts } from './desk-ports.ts';
import {
  changeFormSchema,
  eventFormSchema,
  formFrom,
  newForm,
  orderFrom,
  wordsOfFields,
} from './event-form.ts';
import { DeskFrame, type DeskPlace, eventAt } from './place.tsx';

interface Desk {
  readonly ports: EventsDeskPorts;
  readonly place: DeskPlace;
}

/** Which page of people was shown; forms on it carry it along. */
const pageIn = ({ context }: PersonVisit): string | undefined => context.req.query('page');

const eventIdIn = ({ context }: PersonVisit): string => (context.req.param('eventId') ?? '').slice(0, 64);

export async function showList(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const after = context.req.query('page');
  const list = await ports.list(person, after);
  return answerPage(
    context,
    <DeskEventsPage ui={ui} place={place} {...list} isFirst={after === undefined} notice={notice} />,
  );
}

/** A new one takes title, form and number of seats from the item of the plan that it is held for. */
export async function showNew(
  { context, ui, person }: PersonVisit,
  { ports, place }: Desk,
): Promise<Response> {
  const item = (context.req.query('item') ?? '').slice(0, 90);
  const [choices, planned] = await Promise.all([
    ports.choices(person),
    item === '' ? undefined : ports.planned(person, item),
  ]);
  const capacity = String(Math.min(planned?.people ?? 0, mostSeats));
  const taken = planned && { title: planned.title, form: planned.form, capacity, item };
  const [audience] = place.audiences;
  const form: FormState = { ...newForm, values: { ...newForm.values, audience, ...taken } };
  return answerPage(context, <EventFormPage {...{ ui, place, form, choices }} forItem={planned?.title} />);
}

const mostSeats = 1_000;

export async function make(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const words = wordsOfFields(ui);
  const read = await readForm(context, eventFormSchema, words);
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.make(person, orderFrom(read.data), read.data.item || undefined),
      )
    : read;
  if (done.ok) return goTo(context, eventAt(place, (done as { readonly value: string }).value), 'created');
  const form = withWords(ui, done.form, words);
  const { item } = form.values;
  const [choices, planned] = await Promise.all([
    ports.choices(person),
    item ? ports.planned(person, item) : undefined,
  ]);
  return answerPage(
    context,
    <EventFormPage {...{ ui, place, form, choices }} forItem={planned?.title} />,
    422,
  );
}

export async function showChange(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const [event, choices] = await Promise.all([
    ports.eventOf(person, eventIdIn(visit)),
    ports.choices(person),
  ]);
  const form = formFrom(event.order, event.rev);
  return answerPage(
    context,
    <EventFormPage ui={ui} place={place} form={form} choices={choices} event={event} />,
  );
}

export async function change(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const words = wordsOfFields(ui);
  const read = await readForm(context, changeFormSchema, words);
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.change(person, eventId, { order: orderFrom(read.data), rev: read.data.rev }),
      )
    : read;
  if (done.ok) return goTo(context, eventAt(place, eventId), 'saved');
  const [event, choices] = await Promise.all([ports.eventOf(person, eventId), ports.choices(person)]);
  const form = withWords(ui, done.form, words);
  return answerPage(
    context,
    <EventFormPage ui={ui} place={place} form={form} choices={choices} event={event} />,
    422,
  );
}

export async function showEvent(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  return onEventPage(visit, { ports, place }, { form: emptyForm, status: 200 });
}

async function onEventPage(
  visit: PersonVisit,
  { ports, place }: Desk,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const eventId = eventIdIn(visit);
  const page = pageIn(visit);
  const [event, people] = await Promise.all([
    ports.eventOf(person, eventId),
    ports.people(person, eventId, page),
  ]);
  const props = { ui, place, event, people, form, notice, page };
  return answerPage(context, <DeskEventPage {...props} />, status);
}

const actSchema = z.object({ act: z.enum(['publish', 'remove', 'close', 'reopen']) });

export async function act(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const read = await readForm(context, actSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, emptyForm, () => ports.act(person, eventId, read.data.act))
    : read;
  if (!done.ok) return onEventPage(visit, { ports, place }, { form: done.form, status: 422 });
  const isGone = read.ok && read.data.act === 'remove';
  return isGone ? goTo(context, place.path, 'deleted') : goTo(context, eventAt(place, eventId), 'saved');
}

export async function askCancel(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  return onCancelPage(visit, { ports, place }, { form: emptyForm, status: 200 });
}

async function onCancelPage(
  visit: PersonVisit,
  { ports, place }: Desk,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const { context, ui, person } = visit;
  const event = await ports.eventOf(person, eventIdIn(visit));
  const words = eventWords[ui.locale];
  const here = eventAt(place, event.eventId);
  const page = (
    <DeskFrame ui={ui} place={place} title={words.cancelTitle}>
      <form method="post" action={`${here}/cancel`} class="panel mx-auto max-w-xl p-6">
        <h1 class="text-xl font-bold">{words.cancelTitle}</h1>
        <p class="mt-2 font-medium">{event.title}</p>
        <p class="mt-2 mb-4">{words.cancelText}</p>
        <FormProblem ui={ui} form={form} />
        <TextField ui={ui} form={form} name="reason" label={words.cancelReason} required maxlength={300} />
        <div class="flex flex-wrap gap-3">
          <button type="submit" class="btn btn-error">
            {words.cancel}
          </button>
          <a href={here} class="btn btn-ghost">
            {ui.t.shell.cancel}
          </a>
        </div>
      </form>
    </DeskFrame>
  );
  return answerPage(context, page, status);
}

const reason = lineField(5, 300);
const cancelSchema = z.object({ reason });

export async function cancel(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const { reasonWrong } = eventWords[ui.locale];
  const read = await readForm(context, cancelSchema, { reason: reasonWrong, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.cancel(person, eventId, read.data.reason))
    : read;
  return done.ok
    ? goTo(context, eventAt(place, eventId), 'saved')
    : onCancelPage(visit, { ports, place }, { form: done.form, status: 422 });
}

/** A page of people at every session of an event. */
const pairs = z.preprocess(
  (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().max(140)).max(3_000),
);
const markSchema = z.object({ shown: pairs, present: pairs, reason });

export async function mark(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const { reasonWrong, withoutSeat } = eventWords[ui.locale];
  const read = await readForm(context, markSchema, { reason: reasonWrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return onEventPage(visit, { ports, place }, { form: read.form, status: 422 });
  const markings = changesOf(read.data);
  const done = await attempt(visit, read.form, () =>
    ports.mark(person, eventId, { markings, reason: read.data.reason }),
  );
  if (!done.ok) return onEventPage(visit, { ports, place }, { form: done.form, status: 422 });
  if (done.value.length === 0) return backToPeople(visit, place);
  const form = { ...emptyForm, failure: withoutSeat(done.value.join('; ')) };
  return onEventPage(visit, { ports, place }, { form, status: 422 });
}

const backToPeople = (visit: PersonVisit, place: DeskPlace): Response =>
  goTo(visit.context, hrefOf(eventAt(place, eventIdIn(visit)), { page: pageIn(visit) }), 'saved');

const seatSchema = z.object({ personId: z.string().max(64), takeBackReason: reason });

export async function takeBack(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const words = { takeBackReason: eventWords[ui.locale].reasonWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, seatSchema, words);
  if (!read.ok) return onEventPage(visit, { ports, place }, { form: read.form, status: 422 });
  const { personId, takeBackReason } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.takeBack(person, eventId, { personId, reason: takeBackReason }),
  );
  return done.ok
    ? backToPeople(visit, place)
    : onEventPage(visit, { ports, place }, { form: done.form, status: 422 });
}

/** A PDF for those who take part. */
export async function addMaterial(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const refused = (problem: MaterialProblemName) =>
    onEventPage(
      visit,
      { ports, place },
      {
        form: { values: {}, errors: { file: materialWords[ui.locale].problem[problem] } },
        status: 422,
      },
    );
  const sent = await sentFile(visit, ports.maxBytes);
  if ('form' in sent) return onEventPage(visit, { ports, place }, { form: sent.form, status: 422 });
  if ('problem' in sent) return refused(sent.problem);
  const done = await attempt(visit, emptyForm, () => ports.addMaterial(person, eventId, sent.file));
  if (!done.ok) return onEventPage(visit, { ports, place }, { form: done.form, status: 422 });
  return done.value === 'added' ? goTo(context, eventAt(place, eventId), 'saved') : refused(done.value);
}

export async function removeMaterial(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const materialId = (context.req.param('materialId') ?? '').slice(0, 64);
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.removeMaterial(person, eventId, materialId));
  return done.ok
    ? goTo(context, eventAt(place, eventId), 'deleted')
    : onEventPage(visit, { ports, place }, { form: done.form, status: 422 });
}

const doorSchema = z.object({ who: z.string().trim().min(3).max(200), doorReason: reason });

/** Somebody stands at the door without a seat. */
export async function seatByHand(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const { reasonWrong, whoWrong } = eventWords[ui.locale];
  const words = { who: whoWrong, doorReason: reasonWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, doorSchema, words);
  if (!read.ok) return onEventPage(visit, { ports, place }, { form: read.form, status: 422 });
  const { who, doorReason } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.seatByHand(person, eventId, { who, reason: doorReason }),
  );
  if (!done.ok) return onEventPage(visit, { ports, place }, { form: done.form, status: 422 });
  if (done.value === 'seated') return backToPeople(visit, place);
  return onEventPage(
    visit,
    { ports, place },
    { form: { ...read.form, errors: { who: whoWrong } }, status: 422 },
  );
}

export async function showCode(visit: PersonVisit, { ports, place }: Desk): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const sessionId = (context.req.param('sessionId') ?? '').slice(0, 64);
  const screen = await ports.code(person, { eventId, sessionId });
  context.header('refresh', String(screen.seconds));
  context.header('cache-control', 'no-store');
  return answerPage(context, <CodePage ui={ui} place={place} eventId={eventId} screen={screen} />);
}
