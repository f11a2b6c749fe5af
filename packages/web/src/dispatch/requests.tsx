import { localDateOf } from '@sinau/kernel';
import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, type ReadForm, readForm } from '../visit.ts';
import { DispatchesPage, DispatchPage } from './page.tsx';
import { type DispatchPorts, type DispatchView, type DispatchWords, dispatchFormats } from './ports.ts';

const formSchema = z.object({
  name: lineField(1, 200),
  notes: textField(0, 2_000),
  capacity: z
    .string()
    .trim()
    .regex(/^(?:[1-9]\d{0,5}|1000000)?$/),
  expiresOn: z.union([z.literal(''), z.iso.date()]),
});

const courseIdOf = ({ context }: PersonVisit): string => context.req.param('courseId') ?? '';
const dispatchIdOf = ({ context }: PersonVisit): string => context.req.param('dispatchId') ?? '';

export async function showDispatches(
  visit: PersonVisit,
  ports: DispatchPorts,
  form: FormState = emptyForm,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const course = await ports.dispatchesOf(person, courseIdOf(visit));
  const status = form === emptyForm ? 200 : 422;
  const page = <DispatchesPage ui={ui} course={course} form={form} notice={notice} now={new Date()} />;
  return answerPage(context, page, status);
}

export async function addDispatch(visit: PersonVisit, ports: DispatchPorts): Promise<Response> {
  const courseId = courseIdOf(visit);
  const read = await readWords(visit);
  if (!read.ok) return showDispatches(visit, ports, read.form);
  const done = await attempt(visit, read.form, () =>
    ports.create(visit.person, courseId, wordsOf(read.data)),
  );
  if (!done.ok) return showDispatches(visit, ports, done.form);
  return goTo(visit.context, `/studio/courses/${encodeURIComponent(courseId)}/dispatches`, 'saved');
}

export async function showDispatch(
  visit: PersonVisit,
  ports: DispatchPorts,
  form?: FormState,
): Promise<Response> {
  const { context, ui, person } = visit;
  const dispatch = await ports.dispatchOf(person, dispatchIdOf(visit));
  const course = await ports.dispatchesOf(person, dispatch.courseId);
  const shown = form ?? { values: valuesOf(dispatch), errors: {} };
  const page = <DispatchPage ui={ui} course={course} dispatch={dispatch} form={shown} />;
  return answerPage(context, page, form ? 422 : 200);
}

export async function saveDispatch(visit: PersonVisit, ports: DispatchPorts): Promise<Response> {
  const read = await readWords(visit);
  if (!read.ok) return showDispatch(visit, ports, read.form);
  const dispatchId = dispatchIdOf(visit);
  const done = await attempt(visit, read.form, () =>
    ports.change(visit.person, dispatchId, wordsOf(read.data)),
  );
  return done.ok ? backToList(visit, ports) : showDispatch(visit, ports, done.form);
}

/** Switches it on or off, or gives it another key. */
export async function stepDispatch(
  visit: PersonVisit,
  ports: DispatchPorts,
  step: 'on' | 'off' | 'new-key',
): Promise<Response> {
  const dispatchId = dispatchIdOf(visit);
  if (step === 'new-key') await ports.renewKey(visit.person, dispatchId);
  else await ports.setEnabled(visit.person, dispatchId, step === 'on');
  return backToList(visit, ports);
}

export async function downloadDispatch(visit: PersonVisit, ports: DispatchPorts): Promise<Response> {
  const { context, person } = visit;
  const asked = context.req.query('format');
  const format = dispatchFormats.find((one) => one === asked) ?? 'scorm12';
  const { name, bytes } = await ports.download(person, dispatchIdOf(visit), format);
  return context.body(bytes, 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
}

async function backToList(visit: PersonVisit, ports: DispatchPorts): Promise<Response> {
  const { courseId } = await ports.dispatchOf(visit.person, dispatchIdOf(visit));
  return goTo(visit.context, `/studio/courses/${encodeURIComponent(courseId)}/dispatches`, 'saved');
}

function readWords(visit: PersonVisit): Promise<ReadForm<z.output<typeof formSchema>>> {
  const { dispatch, shell } = visit.ui.t;
  return readForm(visit.context, formSchema, {
    capacity: dispatch.capacityWrong,
    expiresOn: dispatch.expiresOnWrong,
    other: shell.fieldWrong,
  });
}

/** A dispatch ends with its last day in the westernmost zone of the country, UTC+7. */
function wordsOf({ name, notes, capacity, expiresOn }: z.output<typeof formSchema>): DispatchWords {
  return {
    ...{ name, notes },
    ...(capacity !== '' && { capacity: Number(capacity) }),
    ...(expiresOn !== '' && { expiresAt: `${expiresOn}T16:59:59.000Z` }),
  };
}

function valuesOf({ name, notes, capacity, expiresAt }: DispatchView): Record<string, string> {
  return {
    ...{ name, notes, capacity: capacity === undefined ? '' : String(capacity) },
    expiresOn: expiresAt === undefined ? '' : dayInJakarta(expiresAt),
  };
}

const dayInJakarta = (at: string): string => localDateOf(Date.parse(at), 'Asia/Jakarta');
