import { DomainError, type ErrorCode } from '@sinau/kernel';
import * as z from 'zod';
import { eventWords } from '../i18n/events.ts';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { answerPdf } from '../pdf-answer.ts';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, type Visit } from '../visit.ts';
import { CalendarPage } from './calendar-page.tsx';
import { DoorPage, DoorRefusedPage } from './door-page.tsx';
import { EventPage } from './event-page.tsx';
import { EventListPage } from './list-page.tsx';
import { calendarPath, doorPath, eventPath, type SessionAt } from './paths.ts';
import type { EventsPorts, RequestDesk } from './ports.ts';
import { EventRequestsPage, requestsPathOf } from './requests-page.tsx';

const eventIdIn = ({ context }: PersonVisit): string => (context.req.param('eventId') ?? '').slice(0, 64);
const sessionIn = (visit: PersonVisit): SessionAt => ({
  eventId: eventIdIn(visit),
  sessionId: (visit.context.req.param('sessionId') ?? '').slice(0, 64),
});

export async function showList(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(context, <EventListPage ui={ui} {...(await ports.list(person))} notice={notice} />);
}

export async function showEvent(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  return onEventPage(visit, ports, { form: emptyForm, status: 200 });
}

async function onEventPage(
  visit: PersonVisit,
  ports: EventsPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 409 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const event = await ports.eventOf(person, eventIdIn(visit));
  return answerPage(context, <EventPage ui={ui} event={event} form={form} notice={notice} />, status);
}

const registerSchema = z.object({ despite: z.enum(['yes']).optional() });
const nothing = z.object({});

export async function register(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  const read = await readForm(context, registerSchema, { other: ui.t.shell.fieldWrong });
  const despite = read.ok && read.data.despite === 'yes';
  const done = await attempt(visit, emptyForm, () => ports.register(person, eventId, despite));
  return done.ok
    ? goTo(context, eventPath(eventId), 'saved')
    : onEventPage(visit, ports, { form: done.form, status: 409 });
}

export async function confirm(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  await readForm(context, nothing, { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.confirm(person, eventId));
  return done.ok
    ? goTo(context, eventPath(eventId), 'saved')
    : onEventPage(visit, ports, { form: done.form, status: 409 });
}

export async function askLeave(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { eventId } = await ports.eventOf(person, eventIdIn(visit));
  const words = eventWords[ui.locale];
  const page = (
    <Shell ui={ui} title={words.leaveTitle} section="events">
      <Confirmation
        ui={ui}
        title={words.leaveTitle}
        text={words.leaveText}
        action={`${eventPath(eventId)}/leave`}
        confirm={words.leave}
        dismiss={words.keep}
        back={eventPath(eventId)}
        danger
      />
    </Shell>
  );
  return answerPage(context, page);
}

export async function leave(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const eventId = eventIdIn(visit);
  await readForm(context, nothing, { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.leave(person, eventId));
  return done.ok
    ? goTo(context, eventPath(eventId), 'saved')
    : onEventPage(visit, ports, { form: done.form, status: 409 });
}

/** Refusals at the door, each with its own words. */
const atDoor: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'programmes.code-expired',
  'programmes.code-other-session',
  'programmes.code-unknown',
  'programmes.code-used',
  'programmes.changed',
  'programmes.not-registered',
  'programmes.outside-window',
]);

async function refusedOr(visit: PersonVisit, run: () => Promise<Response>): Promise<Response> {
  const { context, ui } = visit;
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError) || !atDoor.has(error.code)) throw error;
    const reason = ui.t.problem.code[error.code] ?? ui.t.problem.other;
    return answerPage(context, <DoorRefusedPage ui={ui} at={sessionIn(visit)} reason={reason} />, 409);
  }
}

export async function showDoor(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const code = (context.req.query('code') ?? '').slice(0, 64);
  return refusedOr(visit, async () =>
    answerPage(context, <DoorPage ui={ui} door={await ports.door(person, sessionIn(visit), code)} />),
  );
}

const ticketSchema = z.object({ ticket: z.string().max(1_000) });

export async function checkIn(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const at = sessionIn(visit);
  const read = await readForm(context, ticketSchema, { other: ui.t.shell.fieldWrong });
  return refusedOr(visit, async () => {
    await ports.checkIn(person, at, read.ok ? read.data.ticket : '');
    return goTo(context, `${doorPath(at)}/done`);
  });
}

/** After the tap: what is known of the session, without any code. */
export async function showDone(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { eventId, sessionId } = sessionIn(visit);
  const event = await ports.eventOf(person, eventId);
  const session = event.sessions.find((one) => one.sessionId === sessionId);
  if (!session?.present) return goTo(context, eventPath(eventId));
  const { title, zone } = event;
  const door = { eventId, title, zone, session, state: 'in' as const, ticket: '' };
  return answerPage(context, <DoorPage ui={ui} door={door} />);
}

interface AtRequests {
  readonly ports: EventsPorts;
  readonly desk: RequestDesk;
}

export async function showRequests(visit: PersonVisit, at: AtRequests): Promise<Response> {
  return onRequestsPage(visit, at, { form: emptyForm, status: 200 });
}

async function onRequestsPage(
  visit: PersonVisit,
  { ports, desk }: AtRequests,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const requests = await ports.requests(person, desk);
  const page = <EventRequestsPage ui={ui} desk={desk} requests={requests} form={form} notice={notice} />;
  return answerPage(context, page, status);
}

const decisionSchema = z.object({
  eventId: z.string().max(64),
  personId: z.string().max(64),
  decision: z.enum(['approve', 'decline']),
  reason: lineField(0, 300).optional(),
});

export async function decide(visit: PersonVisit, at: AtRequests): Promise<Response> {
  const { context, ui, person } = visit;
  const { reasonWrong } = eventWords[ui.locale];
  const read = await readForm(context, decisionSchema, { reason: reasonWrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return onRequestsPage(visit, at, { form: read.form, status: 422 });
  const { eventId, personId, decision, reason = '' } = read.data;
  if (decision === 'decline' && reason.length < 5) {
    const form = { values: {}, errors: {}, failure: reasonWrong };
    return onRequestsPage(visit, at, { form, status: 422 });
  }
  const done = await attempt(visit, { values: {}, errors: {} }, () =>
    at.ports.decide(person, { eventId, personId, ...(decision === 'decline' && { reason }) }),
  );
  return done.ok
    ? goTo(context, requestsPathOf(at.desk), 'saved')
    : onRequestsPage(visit, at, { form: done.form, status: 422 });
}

export async function sendFile(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  return asCalendar(visit, await ports.eventFile(visit.person, eventIdIn(visit)));
}

/** Never shown in the browser: what an organiser has sent is theirs, not ours. */
export async function sendMaterial(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, person } = visit;
  const materialId = (context.req.param('materialId') ?? '').slice(0, 64);
  const bytes = await ports.materialOf(person, eventIdIn(visit), materialId);
  return answerPdf(visit, bytes, `materi-${materialId.slice(0, 8)}`);
}

const asCalendar = ({ context }: Visit, text: string): Response =>
  context.body(text, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="kegiatan.ics"',
    'cache-control': 'private, no-store',
  });

export async function showCalendar(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const address = await ports.calendarAddress(person);
  return answerPage(context, <CalendarPage ui={ui} address={address} notice={notice} />);
}

const calendarSchema = z.object({ act: z.enum(['renew', 'end']) });

export async function setCalendar(visit: PersonVisit, ports: EventsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, calendarSchema, { other: ui.t.shell.fieldWrong });
  if (read.ok) await ports.setCalendar(person, read.data.act);
  return goTo(context, calendarPath, read.ok ? 'saved' : undefined);
}

/** Programs ask for it, which are signed in nowhere: whoever knows the address has it. */
export async function sendCalendar(visit: Visit, ports: EventsPorts): Promise<Response> {
  const file = (visit.context.req.param('calendar') ?? '').slice(0, 200);
  return asCalendar(visit, await ports.calendar(file.replace(/\.ics$/, '')));
}
