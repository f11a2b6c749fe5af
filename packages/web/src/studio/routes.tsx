import { InvalidInput, type LanguageMap, parseJp } from '@sinau/kernel';
import * as z from 'zod';
import { CoursePage } from '../course/page.tsx';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import { type PlayerOptions, registerPlayer } from '../player/routes.tsx';
import {
  answerFragment,
  answerPage,
  attempt,
  goTo,
  type PersonVisit,
  type Portal,
  readForm,
} from '../visit.ts';
import { ImportPage, ImportResult, ReviewPage, StudioCoursePage, StudioPage, UploadPage } from './pages.ts';
import type { Publication, StudioCourseView, StudioPorts } from './ports.ts';

const access = ['role:provider-author'] as const;

export function registerStudio(portal: Portal, ports: StudioPorts, options: PlayerOptions): void {
  portal.person({ method: 'GET', path: '/studio', access }, async ({ context, ui, person, notice }) =>
    answerPage(context, <StudioPage ui={ui} view={await ports.studioOf(person)} notice={notice} />),
  );
  registerUploads(portal, ports);
  registerImports(portal, ports);
  registerDetails(portal, ports);
  registerPublishing(portal, ports);
  registerRetiring(portal, ports);
  portal.person(
    { method: 'GET', path: '/studio/courses/:courseId/preview', access },
    async ({ context, ui, person }) => {
      const course = await ports.preview.courseOf(person, context.req.param('courseId') ?? '');
      return answerPage(
        context,
        <CoursePage ui={ui} course={course} preview canLaunch={ports.preview.player !== undefined} />,
      );
    },
  );
  if (ports.preview.player) registerPlayer(portal, ports.preview.player, { ...options, preview: true });
}

const uploadSchema = z.object({
  courseId: z.string().max(64).optional(),
  fileName: z.string().min(1).max(255),
  contentType: z.string().max(100),
  sizeBytes: z.coerce.number().int().positive(),
});

function registerUploads(portal: Portal, ports: StudioPorts): void {
  const { maxUploadBytes: maxBytes } = ports;
  portal.person({ method: 'GET', path: '/studio/upload', access }, async ({ context, ui }) =>
    answerPage(context, <UploadPage ui={ui} maxBytes={maxBytes} />),
  );
  portal.person(
    { method: 'GET', path: '/studio/courses/:courseId/upload', access },
    async ({ context, ui, person }) => {
      const course = await ports.courseOf(person, context.req.param('courseId') ?? '');
      return answerPage(context, <UploadPage ui={ui} maxBytes={maxBytes} course={course} />);
    },
  );
  // Both are asked by the upload island and answer in JSON.
  portal.person(
    { method: 'POST', path: '/studio/uploads', access, replayable: false },
    async ({ context, ui, person }) => {
      const read = await readForm(context, uploadSchema, { other: ui.t.shell.fieldWrong });
      if (!read.ok) throw new InvalidInput('Name and size of the file are needed.');
      const { courseId, ...rest } = read.data;
      const file = { ...rest, ...(courseId && { courseId }) };
      return context.json(await ports.startUpload(person, file));
    },
  );
  portal.person(
    { method: 'POST', path: '/studio/uploads/:uploadId/finish', access },
    async ({ context, person }) => {
      const { importId } = await ports.finishUpload(person, context.req.param('uploadId') ?? '');
      return context.json({ location: `/studio/imports/${importId}` });
    },
  );
}

function registerImports(portal: Portal, ports: StudioPorts): void {
  portal.person(
    { method: 'GET', path: '/studio/imports/:importId', access },
    async ({ context, ui, person }) => {
      const view = await ports.importOf(person, context.req.param('importId') ?? '');
      return answerPage(context, <ImportPage ui={ui} view={view} />);
    },
  );
  portal.person(
    { method: 'GET', path: '/studio/imports/:importId/progress', access },
    async ({ context, ui, person }) => {
      const view = await ports.importOf(person, context.req.param('importId') ?? '');
      return answerFragment(context, <ImportResult ui={ui} view={view} />);
    },
  );
}

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

function registerDetails(portal: Portal, ports: StudioPorts): void {
  portal.person(
    { method: 'GET', path: '/studio/courses/:courseId', access },
    async ({ context, ui, person, notice }) => {
      const course = await ports.courseOf(person, context.req.param('courseId') ?? '');
      const form = { values: detailsOf(course), errors: {} };
      return answerPage(context, <StudioCoursePage ui={ui} course={course} form={form} notice={notice} />);
    },
  );
}

/** Review, then publish: both check the same fields, and the second names the version that was looked at. */
function registerPublishing(portal: Portal, ports: StudioPorts): void {
  const messages = ({ ui }: PersonVisit) => ({ jp: ui.t.studio.jpWrong, other: ui.t.shell.fieldWrong });
  const pageOf = async (visit: PersonVisit) =>
    ports.courseOf(visit.person, visit.context.req.param('courseId') ?? '');
  const showForm = ({ context, ui }: PersonVisit, course: StudioCourseView, form: FormState) =>
    answerPage(context, <StudioCoursePage ui={ui} course={course} form={form} />, 422);

  portal.person({ method: 'POST', path: '/studio/courses/:courseId/review', access }, async (visit) => {
    const read = await readForm(visit.context, detailsSchema, messages(visit));
    const course = await pageOf(visit);
    if (!read.ok) return showForm(visit, course, read.form);
    const publication = publicationOf(course, { ...read.data, version: course.latestVersion ?? 1 });
    if (!publication) return showForm(visit, course, withoutTitle(visit, read.form));
    const page = <ReviewPage ui={visit.ui} course={course} form={read.form} publication={publication} />;
    return answerPage(visit.context, page);
  });

  portal.person({ method: 'POST', path: '/studio/courses/:courseId/publish', access }, async (visit) => {
    const read = await readForm(visit.context, publishSchema, messages(visit));
    const course = await pageOf(visit);
    if (!read.ok) return showForm(visit, course, read.form);
    const publication = publicationOf(course, read.data);
    if (!publication) return showForm(visit, course, withoutTitle(visit, read.form));
    const done = await attempt(visit, read.form, () =>
      ports.publish(visit.person, course.courseId, publication),
    );
    if (!done.ok) return showForm(visit, course, done.form);
    return goTo(visit.context, `/studio/courses/${course.courseId}`, 'published');
  });
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

function registerRetiring(portal: Portal, ports: StudioPorts): void {
  const path = '/studio/courses/:courseId/retire';
  const ask = async ({ context, ui, person }: PersonVisit, failure?: string) => {
    const course = await ports.courseOf(person, context.req.param('courseId') ?? '');
    const base = `/studio/courses/${course.courseId}`;
    const heading = ui.t.studio.retireTitle(plainText(ui, course.title));
    const page = (
      <Shell ui={ui} title={heading} section="studio">
        <Confirmation
          ui={ui}
          title={heading}
          text={ui.t.studio.retireText}
          action={`${base}/retire`}
          confirm={ui.t.studio.retireConfirm}
          back={base}
          danger
          failure={failure}
        />
      </Shell>
    );
    return answerPage(context, page, failure === undefined ? 200 : 409);
  };
  portal.person({ method: 'GET', path, access }, (visit) => ask(visit));
  portal.person({ method: 'POST', path, access }, async (visit) => {
    const courseId = visit.context.req.param('courseId') ?? '';
    const done = await attempt(visit, emptyForm, () => ports.retire(visit.person, courseId));
    if (!done.ok) return ask(visit, done.form.failure ?? visit.ui.t.problem.other);
    return goTo(visit.context, `/studio/courses/${courseId}`, 'retired');
  });
}
