import * as z from 'zod';
import { CoursePage } from '../course/pages.ts';
import type { PreviewPlace } from '../course/ports.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lazyPage } from '../layout/lazy-page.ts';
import { type PlayerOptions, registerTrial } from '../player/routes.tsx';
import { answerPage, attempt, choices, goTo, type PersonVisit, type Portal, readForm } from '../visit.ts';
import { checklistItems, type ReviewDecision, type ReviewPorts, type VersionPlace } from './ports.ts';

const access = ['role:reviewer'] as const;
const one = '/reviews/:courseId/:version';

const pages = () => import('./pages.tsx');
const ReviewsPage = lazyPage(async () => (await pages()).ReviewsPage);
const ReviewPage = lazyPage(async () => (await pages()).ReviewPage);
const ReviewQuizPage = lazyPage(async () => (await import('./quiz-page.tsx')).ReviewQuizPage);

const approveSchema = z.object({ rev: z.coerce.number().int().positive(), checked: choices(checklistItems) });
const returnSchema = z.object({ reason: z.string().trim().min(1).max(4_000) });
const commentSchema = z.object({ text: z.string().trim().min(1).max(4_000) });

/** The desk of the platform's reviewers. */
export function registerReviews(portal: Portal, ports: ReviewPorts, options: PlayerOptions): void {
  portal.person({ method: 'GET', path: '/reviews', access }, async ({ context, ui, person, notice }) =>
    answerPage(context, <ReviewsPage ui={ui} reviews={await ports.waiting(person)} notice={notice} />),
  );
  portal.person({ method: 'GET', path: one, access }, (visit) => show(visit, ports, emptyForm));
  portal.person({ method: 'GET', path: `${one}/quizzes/:moduleId`, access }, async (visit) => {
    const { context, ui, person } = visit;
    const at = placeOf(visit);
    const quiz = await ports.quizOf(person, at, context.req.param('moduleId') ?? '');
    const base = `/reviews/${at.courseId}/${at.version}`;
    return answerPage(context, <ReviewQuizPage ui={ui} quiz={quiz} base={base} />);
  });
  portal.person({ method: 'GET', path: `${one}/preview`, access }, async (visit) => {
    const { context, ui, person, notice } = visit;
    const course = await ports.preview.takenCourseOf(person, placeOf(visit));
    const preview = previewOf(context);
    const outlineAt = context.req.query('at');
    return answerPage(
      context,
      <CoursePage ui={ui} course={course} preview={preview} notice={notice} outlineAt={outlineAt} />,
    );
  });
  registerTrial(portal, ports.preview, {
    ...options,
    preview: { path: `${one}/preview`, access, placeOf: previewOf },
  });
  registerDecisions(portal, ports);
}

function previewOf({ req }: PersonVisit['context']): PreviewPlace {
  const back = `/reviews/${req.param('courseId') ?? ''}/${req.param('version') ?? ''}`;
  return { base: `${back}/preview`, back, section: 'reviews' };
}

function registerDecisions(portal: Portal, ports: ReviewPorts): void {
  portal.person({ method: 'POST', path: `${one}/approve`, access }, async (visit) => {
    const { t } = visit.ui;
    const messages = { checked: t.editor.approveMissing, other: t.shell.fieldWrong };
    const read = await readForm(visit.context, approveSchema, messages);
    if (!read.ok) return show(visit, ports, read.form);
    const { checked, rev } = read.data;
    if (checked.length < checklistItems.length) {
      return show(visit, ports, { ...read.form, errors: { checked: t.editor.approveMissing } });
    }
    return decide(visit, ports, { form: read.form, decision: { outcome: 'approve', rev, checked } });
  });
  portal.person({ method: 'POST', path: `${one}/return`, access }, async (visit) => {
    const { t } = visit.ui;
    const messages = { reason: t.editor.reasonMissing, other: t.shell.fieldWrong };
    const read = await readForm(visit.context, returnSchema, messages);
    if (!read.ok) return show(visit, ports, read.form);
    const decision = { outcome: 'return', checked: [], comment: read.data.reason } as const;
    return decide(visit, ports, { form: read.form, decision });
  });
  portal.person({ method: 'POST', path: `${one}/comments`, access }, async (visit) => {
    const { t } = visit.ui;
    const read = await readForm(visit.context, commentSchema, {
      text: t.editor.missing,
      other: t.shell.fieldWrong,
    });
    if (!read.ok) return show(visit, ports, read.form);
    const at = placeOf(visit);
    const done = await attempt(visit, read.form, () => ports.comment(visit.person, at, read.data.text));
    if (!done.ok) return show(visit, ports, done.form);
    return goTo(visit.context, `/reviews/${at.courseId}/${at.version}`, 'saved');
  });
}

async function decide(
  visit: PersonVisit,
  ports: ReviewPorts,
  of: { readonly form: FormState; readonly decision: ReviewDecision },
): Promise<Response> {
  const at = placeOf(visit);
  const done = await attempt(visit, of.form, () => ports.decide(visit.person, at, of.decision));
  if (!done.ok) return show(visit, ports, done.form);
  const notice = of.decision.outcome === 'approve' ? 'published' : 'review-returned';
  return goTo(visit.context, '/reviews', notice);
}

async function show(visit: PersonVisit, ports: ReviewPorts, form: FormState): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.versionOf(person, placeOf(visit));
  const refused = Object.keys(form.errors).length > 0 || form.failure !== undefined;
  const page = <ReviewPage ui={ui} view={view} form={form} notice={notice} />;
  return answerPage(context, page, refused ? 422 : 200);
}

/** A version that is no number is none: absent, as any other that is not there. */
function placeOf({ context }: PersonVisit): VersionPlace {
  const { courseId = '', version = '' } = context.req.param();
  return { courseId, version: /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0 };
}
