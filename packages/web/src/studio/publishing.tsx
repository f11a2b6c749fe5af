import { type LanguageMap, parseJp } from '@sinau/kernel';
import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { ReviewPage, StudioCoursePage } from './course-page.tsx';
import type { Publication, StudioCourseView, StudioPorts } from './ports.ts';

const detailsShape = {
  titleId: z.string().trim().max(200),
  titleEn: z.string().trim().max(200),
  descriptionId: z.string().trim().max(4_000),
  descriptionEn: z.string().trim().max(4_000),
  jp: z
    .string()
    .trim()
    .refine((text) => (parseJp(text) ?? 0) > 0),
};
const detailsSchema = z.object(detailsShape);
const publishSchema = z.object({ ...detailsShape, version: z.coerce.number().int().positive() });

export async function showDetails(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const { context, ui, notice } = visit;
  const course = await courseAt(visit, ports);
  const form = { values: detailsOf(course), errors: {} };
  return answerPage(context, <StudioCoursePage ui={ui} course={course} form={form} notice={notice} />);
}

/** Review, then publish: both check the same fields, and the second names the version that was looked at. */
export async function review(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const read = await readForm(visit.context, detailsSchema, messages(visit));
  const course = await courseAt(visit, ports);
  if (!read.ok) return showForm(visit, course, read.form);
  const publication = publicationOf(course, { ...read.data, version: course.latestVersion ?? 1 });
  if (!publication) return showForm(visit, course, withoutTitle(visit, read.form));
  const page = <ReviewPage ui={visit.ui} course={course} form={read.form} publication={publication} />;
  return answerPage(visit.context, page);
}

export async function publish(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const read = await readForm(visit.context, publishSchema, messages(visit));
  const course = await courseAt(visit, ports);
  if (!read.ok) return showForm(visit, course, read.form);
  const publication = publicationOf(course, read.data);
  if (!publication) return showForm(visit, course, withoutTitle(visit, read.form));
  const done = await attempt(visit, read.form, () =>
    ports.publish(visit.person, course.courseId, publication),
  );
  if (!done.ok) return showForm(visit, course, done.form);
  return goTo(visit.context, `/studio/courses/${course.courseId}`, 'published');
}

const messages = ({ ui }: PersonVisit) => ({ jp: ui.t.studio.jpWrong, other: ui.t.shell.fieldWrong });

function courseAt(visit: PersonVisit, ports: StudioPorts): Promise<StudioCourseView> {
  return ports.courseOf(visit.person, visit.context.req.param('courseId') ?? '');
}

function showForm(
  { context, ui }: PersonVisit,
  course: StudioCourseView,
  form: FormState,
): Promise<Response> {
  return answerPage(context, <StudioCoursePage ui={ui} course={course} form={form} />, 422);
}

function withoutTitle({ ui }: PersonVisit, form: FormState): FormState {
  return { ...form, errors: { titleId: ui.t.studio.titleMissing } };
}

/** Undefined without any title. */
function publicationOf(
  course: StudioCourseView,
  data: z.output<typeof publishSchema>,
): Publication | undefined {
  const title = mapOf(course.title, data.titleId, data.titleEn);
  const jp = parseJp(data.jp);
  if (Object.keys(title).length === 0 || jp === undefined) return undefined;
  const description = mapOf(course.description, data.descriptionId, data.descriptionEn);
  return { version: data.version, title, description, jp };
}

function detailsOf(course: StudioCourseView): Readonly<Record<string, string>> {
  return {
    titleId: entryOf(course.title, 'id'),
    titleEn: entryOf(course.title, 'en'),
    descriptionId: entryOf(course.description, 'id'),
    descriptionEn: entryOf(course.description, 'en'),
    jp: course.jp === undefined ? '' : String(course.jp / 100),
  };
}

const isOf = (tag: string, language: string) => tag.toLowerCase().split('-')[0] === language;

function entryOf(map: LanguageMap, language: 'id' | 'en'): string {
  return Object.entries(map).find(([tag]) => isOf(tag, language))?.[1] ?? '';
}

/** Languages that the form does not show stay as they are. */
function mapOf(before: LanguageMap, id: string, en: string): LanguageMap {
  const others = Object.entries(before).filter(([tag]) => !isOf(tag, 'id') && !isOf(tag, 'en'));
  return Object.fromEntries([...(id ? [['id', id]] : []), ...(en ? [['en', en]] : []), ...others]);
}
