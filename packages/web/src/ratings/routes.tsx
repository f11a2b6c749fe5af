import * as z from 'zod';
import { CoursePage } from '../course/pages.ts';
import type { CoursePorts } from '../course/ports.ts';
import { answerPage, attempt, goTo, type PersonVisit, type Portal, readForm } from '../visit.ts';
import { ReportsPage, StudioRatingsPage } from './pages.ts';
import { type RatingsPorts, starValues } from './ports.ts';

const ratingSchema = z.object({
  stars: z.coerce.number().pipe(z.literal([...starValues])),
  // A browser sends a line break as two characters.
  comment: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(1_000))
    .default(''),
});

export function registerRatings(
  portal: Portal,
  ports: RatingsPorts,
  courses: Pick<CoursePorts, 'courseOf'>,
): void {
  const access = ['person'] as const;
  const path = '/courses/:courseId/rating';
  portal.person({ method: 'POST', path, access, allWords: true }, (visit) => rate(visit, ports, courses));
  portal.person({ method: 'POST', path: `${path}/withdraw`, access }, async ({ context, person }) => {
    const courseId = context.req.param('courseId') ?? '';
    await ports.withdraw(person, courseId);
    return goTo(context, `/courses/${courseId}`, 'ratingWithdrawn');
  });
  registerAuthors(portal, ports);
  registerOperators(portal, ports);
}

async function rate(
  visit: PersonVisit,
  ports: RatingsPorts,
  courses: Pick<CoursePorts, 'courseOf'>,
): Promise<Response> {
  const { context, person, ui } = visit;
  const courseId = context.req.param('courseId') ?? '';
  const { starsMissing, commentLong } = ui.t.ratings;
  const read = await readForm(context, ratingSchema, {
    stars: starsMissing,
    comment: commentLong,
    other: ui.t.shell.fieldWrong,
  });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.rate(person, courseId, read.data))
    : read;
  if (done.ok) return goTo(context, `/courses/${courseId}`, 'rated');
  const course = await courses.courseOf(person, courseId);
  return answerPage(context, <CoursePage ui={ui} course={course} ratingForm={done.form} />, 422);
}

const reportSchema = z.object({ commentId: z.string().min(1).max(200) });

function registerAuthors(portal: Portal, ports: RatingsPorts): void {
  const access = ['role:provider-author'] as const;
  const path = '/studio/courses/:courseId/ratings';
  portal.person({ method: 'GET', path, access }, async ({ context, ui, person, notice }) => {
    const after = context.req.query('page');
    const view = await ports.ofCourse(person, context.req.param('courseId') ?? '', after);
    const isFirst = after === undefined;
    return answerPage(context, <StudioRatingsPage ui={ui} view={view} isFirst={isFirst} notice={notice} />);
  });
  portal.person({ method: 'POST', path: `${path}/report`, access }, async (visit) => {
    const { context, person, ui } = visit;
    const courseId = context.req.param('courseId') ?? '';
    const read = await readForm(context, reportSchema, { other: ui.t.shell.fieldWrong });
    if (read.ok) await ports.report(person, courseId, read.data.commentId);
    const back = `/studio/courses/${courseId}/ratings`;
    return read.ok ? goTo(context, back, 'reported') : goTo(context, back);
  });
}

const decisionSchema = z.object({
  from: z.enum(['reported', 'hidden']),
  reportId: z.string().min(1).max(200),
  decision: z.enum(['hide', 'keep']),
});

function registerOperators(portal: Portal, ports: RatingsPorts): void {
  const access = ['role:operator'] as const;
  const path = '/operator/ratings';
  portal.person({ method: 'GET', path, access }, async ({ context, ui, notice }) =>
    answerPage(context, <ReportsPage ui={ui} {...(await ports.reports())} notice={notice} />),
  );
  portal.person({ method: 'POST', path, access }, async ({ context, ui }) => {
    const read = await readForm(context, decisionSchema, { other: ui.t.shell.fieldWrong });
    if (read.ok) await ports.decide(read.data);
    return read.ok ? goTo(context, path, 'saved') : goTo(context, path);
  });
}
