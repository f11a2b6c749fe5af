import * as z from 'zod';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { plainText } from '../layout/text.tsx';
import { textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, readForm, withWords } from '../visit.ts';
import { AssignmentsPage } from './assignments-page.tsx';
import { assignmentsPath, DeskFrame } from './frame.tsx';
import type { AssignmentOutcome } from './ports.ts';
import { type AtDesk, enrolmentOf } from './visits.tsx';

export function showAssignments(at: AtDesk): Promise<Response> {
  const { req } = at.visit.context;
  const [courseId, person] = [req.query('course'), req.query('person')];
  const due = z.iso.date().safeParse(req.query('due'));
  const form = person
    ? { ...emptyForm, values: { people: person, ...(due.success && { dueOn: due.data }) } }
    : emptyForm;
  return answerAssignments(at, { form, ...(courseId && { courseId }), ...(person && { person }) });
}

/** Boxes send a value each, the text field one line each. */
const peopleSchema = z.preprocess(
  (given) =>
    [given]
      .flat()
      .flatMap((text) => String(text ?? '').split('\n'))
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  z.array(z.string().max(254)).min(1).max(100),
);

const orderSchema = z.object({
  course: z.string().max(64),
  people: peopleSchema,
  dueOn: z.union([z.literal(''), z.iso.date()]).optional(),
  note: textField(0, 300).optional(),
});

export async function assign(at: AtDesk): Promise<Response> {
  const { visit, ports, desk } = at;
  const { context, ui, person } = visit;
  const words = ui.t.approvals;
  const wrong = { people: words.peopleWrong, dueOn: words.dueWrong, note: words.noteWrong };
  const read = await readForm(context, orderSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  const courseId = read.form.values.course ?? '';
  if (!read.ok) return answerAssignments(at, { form: read.form, courseId, status: 422 });
  const { people, dueOn, note } = read.data;
  const order = { desk, courseId, people, ...(dueOn && { dueOn }), ...(note && { note }) };
  const done = await attempt(visit, read.form, () => ports.assign(person, order));
  if (!done.ok) {
    return answerAssignments(at, { form: withWords(ui, done.form, wrong), courseId, status: 409 });
  }
  return answerAssignments(at, { form: emptyForm, outcomes: done.value });
}

async function answerAssignments(
  { visit, ports, desk }: AtDesk,
  given: {
    readonly form: FormState;
    readonly courseId?: string;
    /** Whom a course is to be chosen for. */
    readonly person?: string;
    readonly outcomes?: readonly AssignmentOutcome[];
    readonly status?: 409 | 422;
  },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const token = context.req.query('page');
  const { courseId, form, outcomes, person: nominee } = given;
  const isChoosing = nominee !== undefined && courseId === undefined;
  const [{ rows, nextPageToken }, assignable, courses] = await Promise.all([
    ports.assignmentsOf(person, { desk, token }),
    courseId === undefined ? undefined : ports.assignableOf(person, { desk, courseId }),
    isChoosing ? ports.coursesFor(person) : undefined,
  ]);
  const list = { ui, desk, rows, next: nextPageToken, isFirst: token === undefined, notice };
  const page = (
    <AssignmentsPage
      {...list}
      form={form}
      assignable={assignable}
      {...(outcomes && { outcomes })}
      {...(courses && nominee !== undefined && { choice: { personId: nominee, courses } })}
    />
  );
  return answerPage(context, page, given.status ?? 200);
}

export function askToWithdraw(at: AtDesk): Promise<Response> {
  return answerQuestion(at, undefined);
}

export async function withdraw(at: AtDesk): Promise<Response> {
  const { visit, ports, desk } = at;
  const done = await attempt(visit, emptyForm, () => ports.withdraw(visit.person, enrolmentOf(at)));
  if (done.ok) return goTo(visit.context, assignmentsPath(desk), 'released');
  return answerQuestion(at, done.form.failure ?? visit.ui.t.problem.other);
}

async function answerQuestion(at: AtDesk, failure: string | undefined): Promise<Response> {
  const { visit, ports, desk } = at;
  const { context, ui, person } = visit;
  const words = ui.t.approvals;
  const { learner, course, ownBefore } = await ports.assignmentOf(person, enrolmentOf(at));
  const path = assignmentsPath(desk);
  const page = (
    <DeskFrame ui={ui} desk={desk} title={words.withdrawTitle} current={path}>
      <Confirmation
        ui={ui}
        title={words.withdrawOf(learner, plainText(ui, course))}
        text={words.withdrawText[ownBefore ? 'stays' : 'ends']}
        action={`${path}/${enrolmentOf(at)}/withdraw`}
        confirm={words.withdrawConfirm}
        dismiss={words.withdrawKeep}
        back={path}
        failure={failure}
        danger
      />
    </DeskFrame>
  );
  return answerPage(context, page, failure === undefined ? 200 : 409);
}
