import * as z from 'zod';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { ItemLearningPage } from './item-learning-page.tsx';
import { type HeldAt, itemLearningPath, type LearningAt, realisationPath } from './paths.ts';
import { planIn, yearIn } from './plan-visits.tsx';
import type { AnnualPlanPorts } from './ports.ts';
import { LearnersPage, RealisationPage } from './realisation-page.tsx';

const itemIdIn = ({ context }: PersonVisit): string => (context.req.param('itemId') ?? '').slice(0, 64);

export async function showRealisation(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const at = planIn(visit);
  const view = await ports.realisationOf(person, at);
  return answerPage(context, <RealisationPage ui={ui} at={at} view={view} />);
}

export const showLearning = (visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> =>
  onLearningPage(visit, ports, emptyForm);

async function onLearningPage(
  visit: PersonVisit,
  ports: AnnualPlanPorts,
  form: FormState,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const at = planIn(visit);
  const [{ items }, events] = await Promise.all([
    ports.realisationOf(person, at),
    ports.freeEvents(person, at.year),
  ]);
  const row = items.find(({ itemId }) => itemId === itemIdIn(visit));
  if (!row) return goTo(context, realisationPath(at));
  const props = { ui, at, row, events, form, notice };
  return answerPage(context, <ItemLearningPage {...props} />, form === emptyForm ? 200 : 422);
}

const kind = z.enum(['course', 'event']);
const changeSchema = z.object({
  act: z.enum(['link', 'unlink', 'spent']),
  kind: kind.optional(),
  learningId: z.string().max(64).optional(),
  event: z.string().max(64).optional(),
  course: z.string().max(300).optional(),
  spent: z.string().max(17).optional(),
});
type Fields = z.output<typeof changeSchema>;

/** One event or one course; an address ends with the id of the course. */
function chosenIn({ event = '', course = '' }: Fields): HeldAt | undefined {
  const courseId = /^[^?#]*\/courses\/([\w.~-]{1,64})/.exec(course.trim())?.[1] ?? '';
  if (event !== '' && course.trim() === '') return { kind: 'event', learningId: event };
  return event === '' && courseId !== '' ? { kind: 'course', learningId: courseId } : undefined;
}

const namedIn = (fields: Fields): HeldAt | undefined =>
  fields.kind && fields.learningId ? { kind: fields.kind, learningId: fields.learningId } : undefined;

/** Whole rupiah, or nothing; `wrong` for anything else. */
function rupiahIn({ spent = '' }: Fields): number | undefined | 'wrong' {
  const text = spent.trim();
  if (text === '') return undefined;
  return /^(?:\d{1,13}|\d{1,3}(?:\.\d{3}){1,4})$/.test(text) ? Number(text.replaceAll('.', '')) : 'wrong';
}

export async function changeLearning(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { linkWrong, spentWrong } = annualPlanWords[ui.locale];
  const read = await readForm(context, changeSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return onLearningPage(visit, ports, read.form);
  const { act } = read.data;
  const learning = act === 'link' ? chosenIn(read.data) : namedIn(read.data);
  if (!learning) return onLearningPage(visit, ports, { ...read.form, failure: linkWrong });
  const spent = act === 'spent' ? rupiahIn(read.data) : undefined;
  if (spent === 'wrong') return onLearningPage(visit, ports, { ...read.form, errors: { spent: spentWrong } });
  const [at, itemId] = [planIn(visit), itemIdIn(visit)];
  const done = await attempt(visit, read.form, () =>
    act === 'unlink'
      ? ports.unlink(person, at, { itemId, learning })
      : ports.link(person, at, { itemId, learning, ...(spent !== undefined && { spent }) }),
  );
  if (done.ok) return goTo(context, itemLearningPath(at, itemId), 'saved');
  const form = withWords(ui, done.form, { spent: spentWrong });
  const failure = form.failure === ui.t.problem.other ? linkWrong : form.failure;
  return onLearningPage(visit, ports, { ...form, ...(failure !== undefined && { failure }) });
}

export async function showLearners(
  visit: PersonVisit,
  ports: AnnualPlanPorts,
  of: LearningAt['kind'],
): Promise<Response> {
  const { context, ui, person } = visit;
  const year = yearIn(visit);
  const learning = { kind: of, learningId: (context.req.param('learningId') ?? '').slice(0, 64) };
  const after = context.req.query('page');
  const view = await ports.learners(person, year, { learning, ...(after !== undefined && { after }) });
  const props = { ui, year, learning, view, isFirst: after === undefined };
  return answerPage(context, <LearnersPage {...props} />);
}
