import { Confirmation, emptyForm } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import { answerPage, attempt, goTo, type Portal } from '../visit.ts';
import { CoursePage } from './page.tsx';
import type { CoursePorts } from './ports.ts';

export function registerCourse(portal: Portal, ports: CoursePorts): void {
  portal.person({ method: 'GET', path: '/courses/:courseId', access: ['person'] }, async (visit) => {
    const course = await ports.courseOf(visit.person, visit.context.req.param('courseId') ?? '');
    return answerPage(visit.context, <CoursePage ui={visit.ui} course={course} notice={visit.notice} />);
  });

  portal.person({ method: 'POST', path: '/courses/:courseId/enrol', access: ['person'] }, async (visit) => {
    const { context, person, ui } = visit;
    const courseId = context.req.param('courseId') ?? '';
    const done = await attempt(visit, emptyForm, () => ports.enrol(person, courseId));
    if (done.ok) return goTo(context, `/courses/${courseId}`, 'enrolled');
    const course = await ports.courseOf(person, courseId);
    const failure = done.form.failure ?? ui.t.problem.other;
    return answerPage(context, <CoursePage ui={ui} course={course} failure={failure} />, 409);
  });

  portal.person({ method: 'GET', path: '/courses/:courseId/cancel', access: ['person'] }, async (visit) => {
    const { context, ui, person } = visit;
    const course = await ports.courseOf(person, context.req.param('courseId') ?? '');
    const { t } = ui;
    const page = (
      <Shell ui={ui} title={t.course.cancelTitle} section="catalogue">
        <Confirmation
          ui={ui}
          title={`${t.course.cancelEnrolment}: ${plainText(ui, course.title)}`}
          text={t.course.cancelText}
          action={`/courses/${course.courseId}/cancel`}
          confirm={t.course.cancelConfirm}
          dismiss={t.course.keepEnrolment}
          back={`/courses/${course.courseId}`}
          danger
        />
      </Shell>
    );
    return answerPage(context, page);
  });

  portal.person({ method: 'POST', path: '/courses/:courseId/cancel', access: ['person'] }, async (visit) => {
    const { context, person, ui } = visit;
    const courseId = context.req.param('courseId') ?? '';
    const done = await attempt(visit, emptyForm, () => ports.cancelEnrolment(person, courseId));
    if (done.ok) return goTo(context, `/courses/${courseId}`, 'cancelled');
    const course = await ports.courseOf(person, courseId);
    const failure = done.form.failure ?? ui.t.problem.other;
    return answerPage(context, <CoursePage ui={ui} course={course} failure={failure} />, 409);
  });
}
