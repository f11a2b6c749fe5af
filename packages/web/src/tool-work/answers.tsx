import { answerPage, type PersonVisit } from '../visit.ts';
import { CourseWorkPage } from './course-page.tsx';
import { courseWorkHref } from './paths.ts';
import type { ToolWorkPorts } from './ports.ts';

const nameIn = ({ context }: PersonVisit, name: 'courseId' | 'partId' | 'moduleId'): string =>
  context.req.param(name) ?? '';

/** Only our own pages may begin this: a link on another site would open a launch in the reader's name. */
function isOfOthers({ context }: PersonVisit): boolean {
  const site = context.req.header('sec-fetch-site');
  return site !== undefined && site !== 'same-origin';
}

/** A new window goes to the tool; what a form would post could not be led on to another site. */
export async function openOwn(visit: PersonVisit, ports: ToolWorkPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const part = { courseId: nameIn(visit, 'courseId'), partId: nameIn(visit, 'partId') };
  if (isOfOthers(visit)) {
    return context.redirect(`/courses/${part.courseId}/learn/${encodeURIComponent(part.partId)}`, 303);
  }
  return context.redirect(await ports.reviewOwn(person, { ...part, locale: ui.locale }), 303);
}

export async function showCourse(visit: PersonVisit, ports: ToolWorkPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const [moduleId, page] = [context.req.query('part'), context.req.query('page')];
  const view = await ports.courseWork(person, nameIn(visit, 'courseId'), {
    ...(moduleId && { moduleId }),
    ...(page && { page }),
  });
  return answerPage(context, <CourseWorkPage ui={ui} view={view} isFirst={!page} />);
}

export async function openOne(visit: PersonVisit, ports: ToolWorkPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const courseId = nameIn(visit, 'courseId');
  if (isOfOthers(visit)) return context.redirect(courseWorkHref(courseId), 303);
  const learner = context.req.query('learner') ?? '';
  const asked = { courseId, moduleId: nameIn(visit, 'moduleId'), learner, locale: ui.locale };
  const { url, personId } = await ports.reviewOf(person, asked);
  context.set('readOf', personId);
  return context.redirect(url, 303);
}
