import * as z from 'zod';
import { Confirmation, emptyForm } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import { answerPage, attempt, goTo, type PersonVisit, type Portal, readForm } from '../visit.ts';
import { CoursePage } from './pages.ts';
import type { CoursePorts, CourseView } from './ports.ts';

/** Nothing but a code is taken from whoever enrols (cases C6 and D2). */
const enrolSchema = z.object({ invitation: z.string().trim().max(100).optional() });

/** No reason is asked for. */
const listSchema = z.object({ poolId: z.string().min(1).max(64) });

const enrolled = { active: 'enrolled', requested: 'requested', waiting: 'queued' } as const;

export function registerCourse(portal: Portal, ports: CoursePorts): void {
  const access = ['person'] as const;
  portal.person(
    { method: 'GET', path: '/courses/:courseId', access, allWords: true, viewable: true },
    async (visit) => {
      const { context, ui, notice } = visit;
      const course = await ports.courseOf(visit.person, context.req.param('courseId') ?? '');
      // A link with a code fills the field; only the button uses it.
      const invitation = context.req.query('invitation')?.slice(0, 100);
      return answerPage(
        context,
        <CoursePage
          ui={ui}
          course={course}
          notice={notice === 'enrolled' && isAsked(course) ? 'requested' : notice}
          invitation={invitation}
          outlineAt={context.req.query('at')}
        />,
      );
    },
  );

  portal.person(
    { method: 'POST', path: '/courses/:courseId/enrol', access, allWords: true },
    async (visit) => {
      const { context, person, ui } = visit;
      const courseId = context.req.param('courseId') ?? '';
      const read = await readForm(context, enrolSchema, { other: ui.t.shell.fieldWrong });
      const invitation = read.ok ? read.data.invitation : read.form.values.invitation;
      const request = { courseId, ...(invitation ? { invitation } : {}) };
      const done = await attempt(visit, emptyForm, () => ports.enrol(person, request));
      if (done.ok) return goTo(context, `/courses/${courseId}`, enrolled[done.value]);
      const course = await ports.courseOf(person, courseId);
      const failure = done.form.failure ?? ui.t.problem.other;
      const page = <CoursePage ui={ui} course={course} failure={failure} invitation={invitation} />;
      return answerPage(context, page, 409);
    },
  );

  portal.person(
    { method: 'POST', path: '/courses/:courseId/provider-retry', access, allWords: true },
    async ({ context, person }) => {
      const courseId = context.req.param('courseId') ?? '';
      const outcome = await ports.retryAtProvider(person, courseId);
      return goTo(context, `/courses/${courseId}`, outcome === 'queued' ? 'retrying' : 'tried');
    },
  );

  portal.person(
    { method: 'GET', path: '/courses/:courseId/cancel', access, allWords: true },
    async (visit) => {
      const course = await ports.courseOf(visit.person, visit.context.req.param('courseId') ?? '');
      return askToLeave(visit, course);
    },
  );

  registerList(portal, ports);

  portal.person(
    { method: 'POST', path: '/courses/:courseId/cancel', access, allWords: true },
    async (visit) => {
      const { context, person, ui } = visit;
      const courseId = context.req.param('courseId') ?? '';
      const done = await attempt(visit, emptyForm, () => ports.leave(person, courseId));
      if (done.ok) return goTo(context, done.value.shown ? `/courses/${courseId}` : '/', done.value.became);
      const course = await ports.courseOf(person, courseId);
      const failure = done.form.failure ?? ui.t.problem.other;
      return answerPage(context, <CoursePage ui={ui} course={course} failure={failure} />, 409);
    },
  );
}

/** Whoever waits asks to be put on a list for which seats are kept. */
function registerList(portal: Portal, ports: CoursePorts): void {
  const access = ['person'] as const;
  portal.person(
    { method: 'POST', path: '/courses/:courseId/list', access, allWords: true },
    async (visit) => {
      const { context, person, ui } = visit;
      const courseId = context.req.param('courseId') ?? '';
      const read = await readForm(context, listSchema, { other: ui.t.shell.fieldWrong });
      if (!read.ok) return goTo(context, `/courses/${courseId}`);
      await ports.askForSeat(person, courseId, read.data.poolId);
      return goTo(context, `/courses/${courseId}`, 'requested');
    },
  );
}

/** The provider has a say yet. */
const isAsked = ({ enrolment }: CourseView): boolean => enrolment?.atProvider?.state === 'pending';

/** The question names what is given up, and what can be done again. */
function askToLeave({ context, ui }: PersonVisit, course: CourseView): Response | Promise<Response> {
  const { leave } = ui.t.standing;
  const words = leave[course.pending?.state ?? 'cancelled'];
  const page = (
    <Shell ui={ui} title={words.title} section="catalogue">
      <Confirmation
        ui={ui}
        title={`${words.title}: ${plainText(ui, course.title)}`}
        text={words.text}
        action={`/courses/${course.courseId}/cancel`}
        confirm={words.confirm}
        dismiss={words.keep}
        back={`/courses/${course.courseId}`}
        danger
      />
    </Shell>
  );
  return answerPage(context, page);
}
