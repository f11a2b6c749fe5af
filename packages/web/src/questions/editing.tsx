import { DomainError } from '@sinau/kernel';
import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { answerPage, goTo, type PersonVisit, readForm } from '../visit.ts';
import { type EditProps, QuestionPage } from './edit-page.tsx';
import { changeRows, rowsOf, withRows } from './form-rows.ts';
import { bankPath, questionHref } from './paths.ts';
import type { QuestionForm, QuestionsPorts, QuestionView } from './ports.ts';
import { blankRow, fieldsOf, filledForm, formOf, freshForm } from './question-form.ts';
import { type ReadQuestion, readQuestion } from './read-question.ts';

const idOf = ({ context }: PersonVisit) => context.req.param('questionId') ?? '';

async function answerForm(
  visit: PersonVisit,
  ports: QuestionsPorts,
  { status = 200, ...props }: Omit<EditProps, 'ui' | 'categories'> & { readonly status?: 200 | 409 | 422 },
): Promise<Response> {
  const categories = await ports.categoriesOf(visit.person);
  const page = <QuestionPage ui={visit.ui} categories={categories} notice={visit.notice} {...props} />;
  return answerPage(visit.context, page, status);
}

export async function showNew(visit: PersonVisit, ports: QuestionsPorts, kind: QuestionForm) {
  const { context, ui } = visit;
  const category = (context.req.query('category') ?? '').slice(0, 400);
  return answerForm(visit, ports, { kind, form: freshForm(kind, { category, language: ui.locale }) });
}

export async function showQuestion(visit: PersonVisit, ports: QuestionsPorts) {
  const view = await ports.questionOf(visit.person, idOf(visit));
  return answerForm(visit, ports, { kind: formOf(view.question), form: filledForm(view), view });
}

export async function saveNew(visit: PersonVisit, ports: QuestionsPorts, kind: QuestionForm) {
  const sent = await readSent(visit, { kind });
  if (!sent.save) return answerForm(visit, ports, { kind, form: sent.form });
  const read = readQuestion(visit.ui, { form: kind, values: sent.form.values });
  const done = await run(visit, { read, form: sent.form }, () => ports.create(visit.person, read.question));
  if (!done.ok) return answerForm(visit, ports, { kind, ...done.back });
  return goTo(visit.context, questionHref(done.value.questionId), 'saved');
}

export async function saveQuestion(visit: PersonVisit, ports: QuestionsPorts) {
  const { person, ui } = visit;
  const view = await ports.questionOf(person, idOf(visit));
  const kind = formOf(view.question);
  const sent = await readSent(visit, { kind, view });
  if (!sent.save) return answerForm(visit, ports, { kind, form: sent.form, view });
  const read = readQuestion(ui, { form: kind, values: sent.form.values, before: view });
  const rev = Number(sent.form.values.rev);
  const done = await run(visit, { read, form: sent.form, view }, () =>
    ports.change(person, view.questionId, { ...read.question, rev }),
  );
  if (!done.ok) return answerForm(visit, ports, { kind, view, ...done.back });
  return goTo(visit.context, questionHref(view.questionId), 'saved');
}

/** The form as it was sent, after what a button of its rows asked for. */
async function readSent(
  visit: PersonVisit,
  { kind, view }: { readonly kind: QuestionForm; readonly view?: QuestionView },
): Promise<{ readonly save: boolean; readonly form: FormState }> {
  const field = z.string().max(20_000).optional();
  const schema = z.object({
    ...Object.fromEntries(fieldsOf(kind).map((name) => [name, field])),
    ...(view && { rev: z.string().regex(/^\d{1,9}$/) }),
  });
  const { form } = await readForm(visit.context, schema, { other: visit.ui.t.shell.fieldWrong });
  const { do: asked = 'save', ...values } = form.values;
  const rows = changeRows(rowsOf(values), asked, blankRow(kind));
  if (rows) return { save: false, form: { values: withRows(values, rows), errors: {} } };
  return { save: true, form: { ...form, values } };
}

type Back = Pick<EditProps, 'form' | 'conflict'> & { readonly status: 409 | 422 };

/** Saves what could be read. A refusal comes back to its fields; nothing that was typed is lost. */
async function run<Value>(
  { ui }: PersonVisit,
  of: { readonly read: ReadQuestion; readonly form: FormState; readonly view?: QuestionView },
  save: () => Promise<Value>,
): Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly back: Back }> {
  const { read, form, view } = of;
  const back = (more: Partial<FormState>): Back => ({ form: { ...form, ...more }, status: 422 });
  const wrong = { ...form.errors, ...read.errors };
  if (Object.keys(wrong).length > 0) return { ok: false, back: back({ errors: wrong }) };
  try {
    return { ok: true, value: await save() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { questions, shell, problem } = ui.t;
    if (error.code === 'questions.changed-meanwhile' && view) {
      const values = { ...form.values, rev: String(view.rev) };
      return { ok: false, back: { form: { values, errors: {} }, conflict: true, status: 409 } };
    }
    if (error.code === 'questions.bank-full') {
      return { ok: false, back: back({ failure: problem.code[error.code] ?? problem.other }) };
    }
    if (error.issues.length === 0 || !/^(questions\.incomplete|request\.invalid)$/.test(error.code))
      throw error;
    const errors = error.issues.map(({ path, requirement }) => [
      path.startsWith('/question/')
        ? read.fieldOf(path.slice('/question'.length))
        : (path.split('/')[1] ?? ''),
      questions.rules[(requirement ?? '').replace(/^questions\./, '')] ??
        (path === '/language' ? questions.languageWrong : shell.fieldWrong),
    ]);
    return { ok: false, back: back({ errors: Object.fromEntries(errors) }) };
  }
}

export async function turnQuestion(visit: PersonVisit, ports: QuestionsPorts, how: 'archive' | 'restore') {
  await ports[how](visit.person, idOf(visit));
  return goTo(visit.context, questionHref(idOf(visit)), how === 'archive' ? 'archived' : 'restored');
}

export async function duplicate(visit: PersonVisit, ports: QuestionsPorts) {
  const { question } = await ports.questionOf(visit.person, idOf(visit));
  const title = visit.ui.t.questions.copyOf(question.title).slice(0, 200).toWellFormed();
  const { questionId } = await ports.duplicate(visit.person, idOf(visit), title);
  return goTo(visit.context, questionId ? questionHref(questionId) : bankPath, 'copied');
}

/** The bank is too large for one document. */
export async function exportRefused({ context, ui }: PersonVisit) {
  const { questions } = ui.t;
  const page = (
    <Shell ui={ui} title={questions.exportTitle} section="studio">
      <PageHeading
        title={questions.exportTitle}
        lead={questions.exportTooMuch}
        trail={<Trail ui={ui} links={[[bankPath, questions.title]]} />}
      />
    </Shell>
  );
  return answerPage(context, page, 422);
}
