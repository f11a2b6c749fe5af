import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { noSuchPage } from '../page-number.ts';
import {
  answerFragment,
  answerPage,
  attempt,
  goTo,
  type PersonVisit,
  type Portal,
  readForm,
} from '../visit.ts';
import { CancelExportPage, ExportPage, ExportResult, ExportsPage, NewExportPage } from './pages.ts';
import { exportHref, exportsPath } from './paths.ts';
import { type ExportRequest, type ExportsPorts, exportFormats } from './ports.ts';

const reads = { what: 'export' } as const;
const access = ['role:agency-admin'] as const;
const onePath = `${exportsPath}/:exportId`;
const idOf = ({ context }: PersonVisit) => context.req.param('exportId') ?? '';
const numberOf = (text: string | undefined) => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0);

/** Pages of days go by the last day of the one before. */
function dayIn(given: string | undefined): string | undefined {
  const read = z.iso.date().optional().safeParse(given);
  if (!read.success) throw noSuchPage();
  return read.data;
}

/** Files of records that an agency asks for, and those of every day. */
export function registerExports(portal: Portal, ports: ExportsPorts): void {
  portal.person({ method: 'GET', path: exportsPath, access }, async ({ context, ui, person, notice }) => {
    const before = dayIn(context.req.query('page'));
    const [exports, { days, next }] = await Promise.all([
      ports.exportsOf(person),
      ports.daysOf(person, before),
    ]);
    const page = { exports, days, next, isFirst: before === undefined, notice };
    return answerPage(context, <ExportsPage ui={ui} {...page} />);
  });
  registerNew(portal, ports);
  registerOne(portal, ports);
  registerLinks(portal, ports);
}

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional());

const formSchema = z.object({
  format: z.enum(exportFormats),
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
  unit: optional(z.string().regex(/^[\w-]{1,64}$/)),
  course: optional(z.string().regex(/^[\w-]{1,64}$/)),
});

function registerNew(portal: Portal, ports: ExportsPorts): void {
  const show = async ({ context, ui, person }: PersonVisit, form: FormState, status: 200 | 422 = 200) =>
    answerPage(context, <NewExportPage ui={ui} form={form} units={await ports.unitsOf(person)} />, status);
  portal.person({ method: 'GET', path: `${exportsPath}/new`, access }, (visit) => show(visit, emptyForm));
  portal.person({ method: 'POST', path: exportsPath, access }, async (visit) => {
    const t = visit.ui.t.exports;
    const messages = { from: t.dayWrong, to: t.dayWrong, course: t.courseWrong };
    const read = await readForm(visit.context, formSchema, {
      ...messages,
      other: visit.ui.t.shell.fieldWrong,
    });
    if (!read.ok) return show(visit, read.form, 422);
    const { from, to } = read.data;
    if (from !== undefined && to !== undefined && to < from) {
      return show(visit, { ...read.form, errors: { to: t.periodEmpty } }, 422);
    }
    const done = await attempt(visit, read.form, () => ports.request(visit.person, given(read.data)));
    if (!done.ok) return show(visit, done.form, 422);
    return goTo(visit.context, exportHref(done.value));
  });
}

function given({ format, ...rest }: z.output<typeof formSchema>): ExportRequest {
  return { format, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) };
}

function registerOne(portal: Portal, ports: ExportsPorts): void {
  portal.person({ method: 'GET', path: onePath, access }, async (visit) => {
    const view = await ports.exportOf(visit.person, idOf(visit));
    return answerPage(visit.context, <ExportPage ui={visit.ui} view={view} notice={visit.notice} />);
  });
  portal.person({ method: 'GET', path: `${onePath}/progress`, access }, async (visit) => {
    const view = await ports.exportOf(visit.person, idOf(visit));
    return answerFragment(visit.context, <ExportResult ui={visit.ui} view={view} />);
  });
  portal.person({ method: 'GET', path: `${onePath}/cancel`, access }, async (visit) => {
    const { exportId } = await ports.exportOf(visit.person, idOf(visit));
    return answerPage(visit.context, <CancelExportPage ui={visit.ui} exportId={exportId} />);
  });
  portal.person({ method: 'POST', path: `${onePath}/cancel`, access }, async (visit) => {
    const exportId = idOf(visit);
    const done = await attempt(visit, emptyForm, () => ports.cancel(visit.person, exportId));
    if (done.ok) return goTo(visit.context, exportHref(exportId));
    const failure = done.form.failure ?? visit.ui.t.problem.other;
    return answerPage(
      visit.context,
      <CancelExportPage ui={visit.ui} exportId={exportId} failure={failure} />,
      409,
    );
  });
}

/** The file itself lies elsewhere: its address is made when it is asked for, and works for a while. */
function registerLinks(portal: Portal, ports: ExportsPorts): void {
  portal.person({ method: 'GET', path: `${onePath}/files/:number`, access, reads }, async (visit) => {
    const part = numberOf(visit.context.req.param('number'));
    return goTo(visit.context, await ports.linkTo(visit.person, idOf(visit), part));
  });
  portal.person(
    { method: 'GET', path: `${exportsPath}/daily/:date/:number/:format`, access, reads },
    async ({ context, person }) => {
      const format = context.req.param('format') === 'parquet' ? 'parquet' : 'ndjson';
      const date = context.req.param('date') ?? '';
      const number = numberOf(context.req.param('number'));
      return goTo(context, await ports.linkToDaily(person, { date, number, format }));
    },
  );
}
