import { InvalidInput, type Jp, type LanguageMap, parseJp } from '@sinau/kernel';
import * as z from 'zod';
import { CoursePage } from '../course/page.tsx';
import { Confirmation, emptyForm } from '../layout/form.tsx';
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
import { StudioCoursePage } from './course-page.tsx';
import { ImportPage, ImportResult } from './import-page.tsx';
import { StudioPage } from './page.tsx';
import type { StudioCourseView, StudioPorts } from './ports.ts';
import { UploadPage } from './upload-page.tsx';

const access = ['role:provider-author'] as const;

export function registerStudio(portal: Portal, ports: StudioPorts, options: PlayerOptions): void {
  portal.person({ method: 'GET', path: '/studio', access }, async ({ context, ui, person, notice }) =>
    answerPage(context, <StudioPage ui={ui} view={await ports.studioOf(person)} notice={notice} />),
  );
  registerUploads(portal, ports);
  registerImports(portal, ports);
  registerDetails(portal, ports);
  registerPublishing(portal, ports);
  portal.person(
    { method: 'GET', path: '/studio/courses/:courseId/preview', access },
    async ({ context, ui, person }) => {
      const course = await ports.preview.courseOf(person, context.req.param('courseId') ?? '');
      return answerPage(context, <CoursePage ui={ui} course={course} preview />);
    },
  );
  registerPlayer(portal, ports.preview, { ...options, preview: true });
}

const uploadSchema = z.object({
  courseId: z.string().max(64).optional(),
  fileName: z.string().min(1).max(255),
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
      const { courseId, fileName, sizeBytes } = read.data;
      const file = { fileName, sizeBytes, ...(courseId && { courseId }) };
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

const detailsSchema = z.object({
  titleId: z.string().trim().max(200),
  titleEn: z.string().trim().max(200),
  descriptionId: z.string().trim().max(4_000),
  descriptionEn: z.string().trim().max(4_000),
  jp: z
    .string()
    .trim()
    .refine((text) => text === '' || parseJp(text) !== undefined),
});

function registerDetails(portal: Portal, ports: StudioPorts): void {
  portal.person(
    { method: 'GET', path: '/studio/courses/:courseId', access },
    async ({ context, ui, person, notice }) => {
      const course = await ports.courseOf(person, context.req.param('courseId') ?? '');
      const form = { values: detailsOf(course), errors: {} };
      return answerPage(context, <StudioCoursePage ui={ui} course={course} form={form} notice={notice} />);
    },
  );
  portal.person({ method: 'POST', path: '/studio/courses/:courseId/details', access }, async (visit) => {
    const { context, ui, person } = visit;
    const courseId = context.req.param('courseId') ?? '';
    const { shell, studio } = ui.t;
    const read = await readForm(context, detailsSchema, { jp: studio.jpWrong, other: shell.fieldWrong });
    const course = await ports.courseOf(person, courseId);
    const showAgain = (form: typeof read.form, status: 409 | 422) =>
      answerPage(context, <StudioCoursePage ui={ui} course={course} form={form} />, status);
    if (!read.ok) return showAgain(read.form, 422);
    const { data } = read;
    const title = mapOf(course.title, data.titleId, data.titleEn);
    if (Object.keys(title).length === 0) {
      return showAgain({ ...read.form, errors: { titleId: studio.titleMissing } }, 422);
    }
    const details = {
      title,
      description: mapOf(course.description, data.descriptionId, data.descriptionEn),
      jp: parseJp(data.jp),
    };
    const done = await attempt(visit, read.form, () => ports.saveDetails(person, courseId, details));
    return done.ok ? goTo(context, `/studio/courses/${courseId}`, 'saved') : showAgain(done.form, 409);
  });
}

function detailsOf(course: StudioCourseView): Readonly<Record<string, string>> {
  return {
    titleId: entryOf(course.title, 'id'),
    titleEn: entryOf(course.title, 'en'),
    descriptionId: entryOf(course.description, 'id'),
    descriptionEn: entryOf(course.description, 'en'),
    jp: course.jp === undefined ? '' : String((course.jp as Jp) / 100),
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

function registerPublishing(portal: Portal, ports: StudioPorts): void {
  const ask = (kind: 'publish' | 'retire') => async (visit: PersonVisit, failure?: string) => {
    const { context, ui, person } = visit;
    const course = await ports.courseOf(person, context.req.param('courseId') ?? '');
    const { studio } = ui.t;
    const base = `/studio/courses/${course.courseId}`;
    const title = plainText(ui, course.title);
    const heading = kind === 'publish' ? studio.publishTitle(title) : studio.retireTitle(title);
    const version = course.publishable;
    if (kind === 'publish' && version === undefined) return goTo(context, base);
    const page = (
      <Shell ui={ui} title={heading} section="studio">
        <Confirmation
          ui={ui}
          title={heading}
          text={kind === 'publish' ? studio.publishText(version ?? 1) : studio.retireText}
          action={kind === 'publish' ? `${base}/publish?version=${version}` : `${base}/retire`}
          confirm={kind === 'publish' ? studio.publishConfirm : studio.retireConfirm}
          back={base}
          danger={kind === 'retire'}
          failure={failure}
        />
      </Shell>
    );
    return answerPage(context, page, failure === undefined ? 200 : 409);
  };

  for (const kind of ['publish', 'retire'] as const) {
    const path = `/studio/courses/:courseId/${kind}`;
    portal.person({ method: 'GET', path, access }, (visit) => ask(kind)(visit));
    portal.person({ method: 'POST', path, access }, async (visit) => {
      const { context, person } = visit;
      const courseId = context.req.param('courseId') ?? '';
      // The version that was asked about: one that came in meanwhile is not published unseen.
      const version = Number(context.req.query('version'));
      const done = await attempt(visit, emptyForm, () =>
        kind === 'publish' ? ports.publish(person, courseId, version) : ports.retire(person, courseId),
      );
      if (!done.ok) return ask(kind)(visit, done.form.failure ?? visit.ui.t.problem.other);
      return goTo(context, `/studio/courses/${courseId}`, kind === 'publish' ? 'published' : 'retired');
    });
  }
}
