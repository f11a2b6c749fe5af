import { DomainError, InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { withCountedBreaks } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { ComposerPage, type ComposerProps } from './composer-page.tsx';
import { QuizzesPage } from './list-page.tsx';
import { pickerHref, quizHref, quizzesPath } from './paths.ts';
import { PickerPage } from './picker-page.tsx';
import type { EditedQuiz, QuizView, QuizzesPorts } from './ports.ts';
import { changeSections, isQuizField, quizForm, readQuiz } from './quiz-form.ts';

const idOf = ({ context }: PersonVisit) => context.req.param('quizId') ?? '';

export async function listQuizzes(visit: PersonVisit, ports: QuizzesPorts, form: FormState = emptyForm) {
  const { context, ui, person, notice } = visit;
  const quizzes = await ports.quizzesOf(person);
  const refused = Object.keys(form.errors).length > 0 || form.failure !== undefined;
  const page = <QuizzesPage ui={ui} quizzes={quizzes} form={form} notice={notice} />;
  return answerPage(context, page, refused ? 422 : 200);
}

const titleSchema = z.object({ title: z.string().trim().min(1).max(250) });

export async function createQuiz(visit: PersonVisit, ports: QuizzesPorts) {
  const { t } = visit.ui;
  const title = t.questions.rules['title-missing'] ?? '';
  const read = await readForm(visit.context, titleSchema, { title, other: t.shell.fieldWrong });
  if (!read.ok) return listQuizzes(visit, ports, read.form);
  const done = await attempt(visit, read.form, () => ports.create(visit.person, read.data.title));
  if (!done.ok) return listQuizzes(visit, ports, done.form);
  return goTo(visit.context, quizHref(done.value.quizId), 'created');
}

async function answerComposer(
  { context, ui, notice }: PersonVisit,
  { status = 200, ...props }: Omit<ComposerProps, 'ui'> & { readonly status?: 200 | 409 | 422 },
) {
  return answerPage(context, <ComposerPage ui={ui} notice={notice} {...props} />, status);
}

export async function showQuiz(visit: PersonVisit, ports: QuizzesPorts) {
  const view = await ports.quizOf(visit.person, idOf(visit));
  return answerComposer(visit, { view, form: quizForm(view) });
}

/** Whatever is pressed, what was typed is saved first. */
export async function saveQuiz(visit: PersonVisit, ports: QuizzesPorts) {
  const { context, ui, person } = visit;
  const view = await ports.quizOf(person, idOf(visit));
  const { do: asked = 'save', ...values } = await readValues(visit);
  const { quiz, errors } = readQuiz(ui, view, values);
  const form = { values, errors };
  if (Object.keys(errors).length > 0) return answerComposer(visit, { view, form, status: 422 });
  const sections = changeSections(quiz.sections, asked) ?? quiz.sections;
  const saved = await save(visit, ports, { view, form, quiz: { ...quiz, sections } });
  if (!saved.ok) return answerComposer(visit, { view, ...saved.back });
  const href = quizHref(view.quizId);
  if (asked === 'place') return place(visit, ports, { view, rev: saved.rev, form });
  const picked = /^pick-(\d{1,2})$/.exec(asked)?.[1];
  if (picked !== undefined) {
    return goTo(context, pickerHref(view.quizId, saved.sectionIds[Number(picked)] ?? ''));
  }
  return asked === 'save' ? goTo(context, href, 'saved') : context.redirect(`${href}#sections`, 303);
}

/** The fields as they were sent; a field more is refused as a whole (case D1). */
async function readValues({ context }: PersonVisit): Promise<Readonly<Record<string, string>>> {
  const body = await context.req.parseBody().catch((cause: unknown) => {
    throw new InvalidInput('The body is not a well-formed form.', { cause });
  });
  const values = Object.entries(body).map(([name, sent]) => {
    const value = typeof sent === 'string' ? withCountedBreaks(sent) : undefined;
    if (!isQuizField(name) || value === undefined || value.length > 20_000) {
      throw new InvalidInput('The form has a field that is not known.');
    }
    return [name, value] as const;
  });
  const fields: Readonly<Record<string, string>> = Object.fromEntries(values);
  if (!/^\d{1,9}$/.test(fields.rev ?? '')) throw new InvalidInput('The form does not say what it changes.');
  return fields;
}

type Saved =
  | { readonly ok: true; readonly rev: number; readonly sectionIds: readonly string[] }
  | {
      readonly ok: false;
      readonly back: Pick<ComposerProps, 'form' | 'conflict'> & { readonly status: 409 | 422 };
    };

async function save(
  { ui, person }: PersonVisit,
  ports: QuizzesPorts,
  of: { readonly view: QuizView; readonly form: FormState; readonly quiz: EditedQuiz },
): Promise<Saved> {
  const { view, form, quiz } = of;
  try {
    const rev = Number(form.values.rev);
    return { ok: true, ...(await ports.change(person, view.quizId, { ...quiz, rev })) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'questions.changed-meanwhile') {
      const values = { ...form.values, rev: String(view.rev) };
      return { ok: false, back: { form: { values, errors: {} }, conflict: true, status: 409 } };
    }
    if (error.code !== 'request.invalid') throw error;
    return { ok: false, back: { form: { ...form, failure: ui.t.problem.other }, status: 422 } };
  }
}

async function place(
  visit: PersonVisit,
  ports: QuizzesPorts,
  { view, rev, form }: { readonly view: QuizView; readonly rev: number; readonly form: FormState },
) {
  const [courseId = '', module = ''] = (form.values.place ?? '').split(' ');
  const where = { rev, courseId, module };
  const done = await attempt(visit, form, () => ports.place(visit.person, view.quizId, where));
  if (done.ok) return goTo(visit.context, `/studio/imports/${done.value.importId}`);
  const now = await ports.quizOf(visit.person, view.quizId);
  const { failure = visit.ui.t.problem.other } = done.form;
  return answerComposer(visit, { view: now, form: { ...quizForm(now), failure }, status: 422 });
}

export async function showPicker(visit: PersonVisit, ports: QuizzesPorts, form: FormState = emptyForm) {
  const { context, ui, person } = visit;
  const view = await ports.quizOf(person, idOf(visit));
  const sectionId = context.req.param('sectionId') ?? '';
  const section = view.sections.find((one) => one.sectionId === sectionId);
  if (section?.source.kind !== 'chosen') return goTo(context, quizHref(view.quizId));
  const text = (name: string, most: number) =>
    (context.req.query(name) ?? '').trim().slice(0, most).toWellFormed();
  const [q, category] = [text('q', 200), text('category', 500)];
  const filter = { ...(q && { q }), ...(category && { category }) };
  const candidates = await ports.candidatesOf(person, view.quizId, filter);
  const props = { ui, view, sectionId, filter, candidates, form };
  const refused = Object.keys(form.errors).length > 0 || form.failure !== undefined;
  return answerPage(context, <PickerPage {...props} />, refused ? 422 : 200);
}

const pickSchema = z.object({
  rev: z.coerce.number().int().positive(),
  pick: z.preprocess(
    (given) => (typeof given === 'string' ? [given] : given),
    z.array(z.string().max(64)).min(1).max(500),
  ),
});

export async function addPicked(visit: PersonVisit, ports: QuizzesPorts) {
  const { context, ui, person } = visit;
  const messages = { pick: ui.t.quizzes.pickMissing, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, pickSchema, messages);
  if (!read.ok) return showPicker(visit, ports, read.form);
  const view = await ports.quizOf(person, idOf(visit));
  const sectionId = context.req.param('sectionId');
  const sections = view.sections.map((section) => {
    const { source } = section;
    if (section.sectionId !== sectionId || source.kind !== 'chosen') return section;
    const added = read.data.pick.map((questionId) => ({ questionId }));
    return { ...section, source: { ...source, questions: [...source.questions, ...added] } };
  });
  const { title, introduction, rules } = view;
  const edited = { title, introduction, rules, sections: sections.map(editedOf), rev: read.data.rev };
  const done = await attempt(visit, read.form, () => ports.change(person, view.quizId, edited));
  if (!done.ok) return showPicker(visit, ports, done.form);
  return context.redirect(`${quizHref(view.quizId)}#sections`, 303);
}

const editedOf = ({ sectionId, title, source }: QuizView['sections'][number]) => ({
  ...{ sectionId, source },
  ...(title !== undefined && { title }),
});

export async function askToDelete(visit: PersonVisit, ports: QuizzesPorts, failure?: string) {
  const { context, ui, person } = visit;
  const { quizId, title, rev } = await ports.quizOf(person, idOf(visit));
  const { quizzes } = ui.t;
  const heading = quizzes.removeTitle(title);
  const page = (
    <Shell ui={ui} title={heading} section="studio">
      <Confirmation
        ui={ui}
        title={heading}
        text={quizzes.removeText}
        action={`${quizHref(quizId)}/delete`}
        confirm={quizzes.removeConfirm}
        back={quizHref(quizId)}
        danger
        failure={failure}
        fields={[['rev', String(rev)]]}
      />
    </Shell>
  );
  return answerPage(context, page, failure === undefined ? 200 : 409);
}

const revSchema = z.object({ rev: z.coerce.number().int().positive() });

export async function deleteQuiz(visit: PersonVisit, ports: QuizzesPorts) {
  const { context, ui, person } = visit;
  const read = await readForm(context, revSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return askToDelete(visit, ports, ui.t.problem.other);
  const done = await attempt(visit, emptyForm, () => ports.delete(person, idOf(visit), read.data.rev));
  if (!done.ok) return askToDelete(visit, ports, done.form.failure ?? ui.t.problem.other);
  return goTo(context, quizzesPath, 'deleted');
}
