import * as z from 'zod';
import { coachingDeskWords } from '../i18n/coaching-desk.ts';
import { pageNumber } from '../page-number.ts';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AgencyCoachingPage, AgencyPairsPage, whoFieldOf } from './desk-pages.tsx';
import type { CoachingDeskPorts } from './desk-ports.ts';
import { agencyPairsPath } from './paths.ts';

function yearIn({ context }: PersonVisit): { readonly year?: number } {
  const given = context.req.query('year') ?? '';
  return /^20\d\d$/.test(given) ? { year: Number(given) } : {};
}

export async function showAgency(visit: PersonVisit, ports: CoachingDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.viewOf(person, yearIn(visit));
  return answerPage(context, <AgencyCoachingPage ui={ui} view={view} notice={notice} />);
}

export async function showPairs(visit: PersonVisit, ports: CoachingDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const page = pageNumber(context.req.query('page'), 9_999) ?? 1;
  return answerPage(
    context,
    <AgencyPairsPage ui={ui} view={await ports.pairsOf(person, { ...yearIn(visit), page })} />,
  );
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function downloadPairs(visit: PersonVisit, ports: CoachingDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const format = context.req.query('format') === 'csv' ? 'csv' : 'xlsx';
  const file = await ports.fileOf(person, { ...yearIn(visit), format, language: ui.locale });
  return context.body(file, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="sinau-coaching.${format}"`,
  });
}

export async function nameFacilitator(visit: PersonVisit, ports: CoachingDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { whoWrong } = coachingDeskWords[ui.locale];
  const communityId = (context.req.param('communityId') ?? '').slice(0, 64);
  const name = whoFieldOf(communityId);
  const schema = z.object({ [name]: lineField(3, 160) });
  const read = await readForm(context, schema, { [name]: whoWrong, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.nameFacilitator(person, communityId, read.data[name] ?? ''))
    : read;
  if (done.ok && 'value' in done && done.value === 'named') return goTo(context, agencyPairsPath, 'saved');
  const form = done.ok ? { ...read.form, errors: { [name]: whoWrong } } : done.form;
  const view = await ports.viewOf(person, {});
  return answerPage(context, <AgencyCoachingPage {...{ ui, view, form }} failure={form.failure} />, 422);
}

export async function openCommunity(visit: PersonVisit, ports: CoachingDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const communityId = (context.req.param('communityId') ?? '').slice(0, 64);
  const schema = z.object({ openTo: z.enum(['agency', 'all']) });
  const read = await readForm(context, schema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.openCommunity(person, communityId, read.data.openTo))
    : read;
  if (done.ok) return goTo(context, agencyPairsPath, 'saved');
  const view = await ports.viewOf(person, {});
  const failure = done.form.failure ?? ui.t.shell.fieldWrong;
  return answerPage(context, <AgencyCoachingPage ui={ui} view={view} failure={failure} />, 422);
}
