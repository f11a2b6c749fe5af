import { DomainError, type ErrorCode } from '@sinau/kernel';
import * as z from 'zod';
import { answerPage, goTo, type PersonVisit, readForm } from '../visit.ts';
import { MeetingCodePage, MeetingDoorPage, MeetingDoorRefusedPage } from './door-pages.tsx';
import { meetingPath } from './paths.ts';
import type { CommunitiesPorts } from './ports.ts';
import { placeIn } from './visits.tsx';

export async function showCode(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const view = await ports.code(person, placeIn(visit));
  context.header('refresh', String(view.seconds));
  context.header('cache-control', 'no-store');
  return answerPage(context, <MeetingCodePage ui={ui} view={view} />);
}

/** Refusals at the door, each with its own words. */
const atDoor: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'collaboration.check-in-overridden',
  'collaboration.check-in-shut',
  'collaboration.code-expired',
  'collaboration.code-unknown',
  'collaboration.community-changed',
  'collaboration.community-full',
  'collaboration.members-only',
]);

async function refusedOr(visit: PersonVisit, run: () => Promise<Response>): Promise<Response> {
  const { context, ui } = visit;
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError) || !atDoor.has(error.code)) throw error;
    const reason = ui.t.problem.code[error.code] ?? ui.t.problem.other;
    return answerPage(context, <MeetingDoorRefusedPage ui={ui} at={placeIn(visit)} reason={reason} />, 409);
  }
}

export async function showDoor(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const code = (context.req.query('code') ?? '').slice(0, 64);
  return refusedOr(visit, async () =>
    answerPage(context, <MeetingDoorPage ui={ui} door={await ports.door(person, placeIn(visit), code)} />),
  );
}

const ticketSchema = z.object({ ticket: z.string().max(1_000) });

export async function checkIn(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const at = placeIn(visit);
  const read = await readForm(context, ticketSchema, { other: ui.t.shell.fieldWrong });
  return refusedOr(visit, async () => {
    await ports.checkIn(person, at, read.ok ? read.data.ticket : '');
    return goTo(context, meetingPath(at), 'saved');
  });
}
