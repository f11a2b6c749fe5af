import * as z from 'zod';
import { recognitionWords } from '../i18n/recognition.ts';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AgencyRecognitionsPage } from './desk-list-page.tsx';
import { AgencyRecognitionPage } from './desk-one-page.tsx';
import { agencyRecognitionPath } from './paths.ts';
import { type RecognitionDeskPorts, recognitionLists } from './ports.ts';
import { placeIn, textOfForm } from './visits.tsx';

const yearIn = (given: string | undefined): number | undefined =>
  /^20\d\d$/.test(given ?? '') ? Number(given) : undefined;

export async function showList(visit: PersonVisit, ports: RecognitionDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { req } = context;
  const list = recognitionLists.find((one) => one === req.query('list')) ?? 'waiting';
  const year = yearIn(req.query('year'));
  const page = (req.query('page') ?? '').slice(0, 1_000);
  const view = await ports.listOf(person, {
    list,
    ...(year !== undefined && { year }),
    ...(page !== '' && { page }),
  });
  return answerPage(context, <AgencyRecognitionsPage ui={ui} view={view} isFirst={page === ''} />);
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function download(visit: PersonVisit, ports: RecognitionDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const format = context.req.query('format') === 'csv' ? 'csv' : 'xlsx';
  const year = yearIn(context.req.query('year'));
  const file = await ports.fileOf(person, {
    ...{ format, language: ui.locale },
    ...(year !== undefined && { year }),
  });
  return context.body(file, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="sinau-pengakuan.${format}"`,
  });
}

export async function showOne(visit: PersonVisit, ports: RecognitionDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const one = await ports.oneOf(person, placeIn(visit));
  return answerPage(context, <AgencyRecognitionPage ui={ui} one={one} notice={notice} />);
}

const decisionSchema = z.object({
  to: z.enum(['granted', 'declined']),
  reason: z.union([textOfForm(0, 0), textOfForm(5, 500)]),
});

export async function decide(visit: PersonVisit, ports: RecognitionDeskPorts): Promise<Response> {
  const { context, ui } = visit;
  const words = recognitionWords[ui.locale].desk;
  const read = await readForm(context, decisionSchema, {
    ...{ reason: words.wrongReason, other: ui.t.shell.fieldWrong },
  });
  if (!read.ok) return again(visit, ports, read.form);
  const { to, reason } = read.data;
  if (to === 'declined' && reason === '')
    return again(visit, ports, { ...read.form, errors: { reason: words.wrongReason } });
  const done = await attempt(visit, read.form, () =>
    ports.decide(visit.person, placeIn(visit), { to, ...(reason !== '' && { reason }) }),
  );
  return done.ok
    ? goTo(context, agencyRecognitionPath(placeIn(visit)), 'saved')
    : again(visit, ports, done.form);
}

const undoSchema = z.object({ reason: textOfForm(5, 500) });

export async function undo(visit: PersonVisit, ports: RecognitionDeskPorts): Promise<Response> {
  const { context, ui } = visit;
  const words = recognitionWords[ui.locale].desk;
  const read = await readForm(context, undoSchema, {
    ...{ reason: words.wrongReason, other: ui.t.shell.fieldWrong },
  });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.undo(visit.person, placeIn(visit), read.data.reason))
    : read;
  return done.ok
    ? goTo(context, agencyRecognitionPath(placeIn(visit)), 'saved')
    : again(visit, ports, done.form);
}

async function again(visit: PersonVisit, ports: RecognitionDeskPorts, form: FormState): Promise<Response> {
  const one = await ports.oneOf(visit.person, placeIn(visit));
  return answerPage(visit.context, <AgencyRecognitionPage ui={visit.ui} one={one} form={form} />, 422);
}
