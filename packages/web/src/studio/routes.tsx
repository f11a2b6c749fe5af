import { InvalidInput } from '@sinau/kernel';
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
import { ImportPage, ImportResult, StudioPage, UploadPage } from './pages.ts';
import type { StudioPorts } from './ports.ts';

const access = ['role:provider-author'] as const;

export function registerStudio(portal: Portal, ports: StudioPorts, options: PlayerOptions): void {
  portal.person({ method: 'GET', path: '/studio', access }, async ({ context, ui, person, notice }) =>
    answerPage(context, <StudioPage ui={ui} view={await ports.studioOf(person)} notice={notice} />),
  );
  registerUploads(portal, ports);
  registerImports(portal, ports);
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

// Loaded with the first course that is looked at.
const publishing = () => import('./publishing.tsx');

function registerPublishing(portal: Portal, ports: StudioPorts): void {
  const path = '/studio/courses/:courseId';
  portal.person({ method: 'GET', path, access }, async (visit) =>
    (await publishing()).showDetails(visit, ports),
  );
  portal.person({ method: 'POST', path: `${path}/review`, access }, async (visit) =>
    (await publishing()).review(visit, ports),
  );
  portal.person({ method: 'POST', path: `${path}/publish`, access }, async (visit) =>
    (await publishing()).publish(visit, ports),
  );
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
