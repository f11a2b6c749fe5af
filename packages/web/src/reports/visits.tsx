import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerFragment, answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { reportHref } from './paths.ts';
import { type ReportsPorts, reportFormatNames, reportKindNames } from './ports.ts';
import { ReportPage, ReportResult } from './report-page.tsx';
import { ReportsPage } from './reports-page.tsx';

const idOf = ({ context }: PersonVisit) => context.req.param('reportId') ?? '';

export const showReports = (visit: PersonVisit, ports: ReportsPorts) =>
  show(visit, ports, { form: emptyForm });

async function show(
  { context, ui, person, notice }: PersonVisit,
  ports: ReportsPorts,
  { form, status = 200 }: { readonly form: FormState; readonly status?: 200 | 422 },
) {
  const [reports, choices] = await Promise.all([ports.reportsOf(person), ports.choicesFor(person)]);
  return answerPage(context, <ReportsPage {...{ ui, reports, choices, form, notice }} />, status);
}

const formSchema = z.object({
  kind: z.enum(reportKindNames),
  format: z.enum(reportFormatNames),
  year: z.string().regex(/^20\d\d$/),
  unit: z.preprocess((given) => (given === '' ? undefined : given), z.string().max(64).optional()),
});

export async function order(visit: PersonVisit, ports: ReportsPorts) {
  const { context, ui, person } = visit;
  const messages = { year: ui.t.reports.yearWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, formSchema, messages);
  if (!read.ok) return show(visit, ports, { form: read.form, status: 422 });
  const { kind, format, year, unit } = read.data;
  const request = {
    kind,
    format,
    year: Number(year),
    locale: ui.locale,
    ...(unit !== undefined && { unitId: unit }),
  };
  const done = await attempt(visit, read.form, () => ports.order(person, request));
  if (!done.ok) return show(visit, ports, { form: done.form, status: 422 });
  return goTo(context, reportHref(done.value));
}

export async function showReport(visit: PersonVisit, ports: ReportsPorts) {
  const view = await ports.reportOf(visit.person, idOf(visit));
  return answerPage(visit.context, <ReportPage ui={visit.ui} view={view} notice={visit.notice} />);
}

export async function showProgress(visit: PersonVisit, ports: ReportsPorts) {
  const view = await ports.reportOf(visit.person, idOf(visit));
  return answerFragment(visit.context, <ReportResult ui={visit.ui} view={view} />);
}

export async function cancel(visit: PersonVisit, ports: ReportsPorts) {
  await ports.cancel(visit.person, idOf(visit));
  return goTo(visit.context, reportHref(idOf(visit)));
}

/** The file lies elsewhere: its address is made when it is asked for, and works for a while. */
export async function leadToFile(visit: PersonVisit, ports: ReportsPorts) {
  const number = visit.context.req.param('number') ?? '';
  const file = /^\d{1,3}$/.test(number) ? Number(number) : 0;
  return goTo(visit.context, await ports.linkTo(visit.person, idOf(visit), file));
}
