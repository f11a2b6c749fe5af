import * as z from 'zod';
import { obligationCourseWords } from '../i18n/obligation-courses.ts';
import type { FormState } from '../layout/form.tsx';
import { textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { CoursePage, CoursePreviewPage } from './course-pages.tsx';
import { obligationHref } from './paths.ts';
import type { CourseChangeDraft, ObligationsPorts } from './ports.ts';
import { answerOne } from './visits.tsx';

interface At {
  readonly visit: PersonVisit;
  readonly ports: ObligationsPorts;
}

const fields = z.object({
  to: z.string().max(64).optional(),
  reason: textField(5, 300),
  rev: z.coerce.number().int().min(1),
  back: z.string().optional(),
});

export const showCourse = (at: At): Promise<Response> => answerForm(at, { values: {}, errors: {} }, 200);

async function answerForm({ visit, ports }: At, form: FormState, status: 200 | 422): Promise<Response> {
  const { context, ui, person } = visit;
  const view = await ports.courseToChange(person, placeOf(visit));
  return answerPage(context, <CoursePage ui={ui} view={view} form={form} />, status);
}

/** Looks at what would come of it; `back` is the way to the form again. */
export async function previewCourse(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const read = await readForm(context, fields, messagesOf(at));
  const { back, ...values } = read.form.values;
  if (back) return answerForm(at, { values, errors: {} }, 200);
  if (!read.ok) return answerForm(at, read.form, 422);
  const done = await attempt(visit, read.form, () => ports.previewCourse(person, draftOf(visit, read.data)));
  if (!done.ok) return answerForm(at, withWords(ui, done.form, fieldWords(at)), 422);
  const page = <CoursePreviewPage {...{ ui, place: placeOf(visit), form: read.form, preview: done.value }} />;
  return answerPage(context, page);
}

export async function changeCourse(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const read = await readForm(context, fields, messagesOf(at));
  if (!read.ok) return answerForm(at, read.form, 422);
  const done = await attempt(visit, read.form, () => ports.changeCourse(person, draftOf(visit, read.data)));
  if (!done.ok) return answerForm(at, withWords(ui, done.form, fieldWords(at)), 422);
  return goTo(context, obligationHref(placeOf(visit).obligationId), 'saved');
}

export async function undoCourse({ visit, ports }: At): Promise<Response> {
  const { context, ui, person } = visit;
  const { obligationId } = placeOf(visit);
  const read = await readForm(context, fields.pick({ rev: true }), { other: ui.t.shell.fieldWrong });
  const change = z.coerce.number().int().min(0).max(999).safeParse(context.req.param('change'));
  if (!read.ok || !change.success) return answerOne({ visit, ports }, ui.t.shell.fieldWrong);
  const undo = { obligationId, change: change.data, rev: read.data.rev };
  const done = await attempt(visit, read.form, () => ports.undoCourse(person, undo));
  if (!done.ok) return answerOne({ visit, ports }, done.form.failure ?? ui.t.problem.other);
  return goTo(context, obligationHref(obligationId), 'saved');
}

function draftOf(visit: PersonVisit, { to, reason, rev }: z.output<typeof fields>): CourseChangeDraft {
  return { ...placeOf(visit), reason, rev, ...(to && { to }) };
}

const fieldWords = ({ visit: { ui } }: At) => obligationCourseWords[ui.locale].wrong;
const messagesOf = (at: At) => ({ ...fieldWords(at), other: at.visit.ui.t.shell.fieldWrong });

const placeOf = ({ context }: PersonVisit) => ({
  obligationId: context.req.param('obligationId') ?? '',
  courseId: context.req.param('courseId') ?? '',
});
