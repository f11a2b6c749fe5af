import { CoursePage } from '../course/pages.ts';
import type { PreviewPlace } from '../course/ports.ts';
import { Confirmation, emptyForm } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import { type PlayerOptions, registerTrial } from '../player/routes.tsx';
import type { Ui } from '../ui.ts';
import { answerFragment, answerPage, attempt, goTo, type PersonVisit, type Portal } from '../visit.ts';
import { ImportPage, ImportResult, StudioPage, UploadPage } from './pages.ts';
import type { StudioPorts } from './ports.ts';
import { registerUploadRequests } from './upload-requests.ts';

const access = ['role:provider-author'] as const;

export function registerStudio(portal: Portal, ports: StudioPorts, options: PlayerOptions): void {
  portal.person({ method: 'GET', path: '/studio', access }, async ({ context, ui, person, notice }) => {
    const after = context.req.query('page');
    const view = await ports.studioOf(person, after);
    const isFirst = after === undefined;
    return answerPage(context, <StudioPage ui={ui} view={view} isFirst={isFirst} notice={notice} />);
  });
  registerUploads(portal, ports);
  registerImports(portal, ports);
  registerEditing(portal, ports);
  registerModules(portal, ports);
  registerTools(portal, ports);
  registerRetiring(portal, ports);
  registerPreview(portal, ports, options);
}

const previewPath = '/studio/courses/:courseId/preview';

function placeOf({ req }: PersonVisit['context']): PreviewPlace {
  const back = `/studio/courses/${req.param('courseId') ?? ''}`;
  return { base: `${back}/preview`, back, section: 'studio' };
}

/** The newest version as a learner would see it, and as one would run it. */
function registerPreview(portal: Portal, ports: StudioPorts, options: PlayerOptions): void {
  portal.person({ method: 'GET', path: previewPath, access }, async ({ context, ui, person, notice }) => {
    const courseId = context.req.param('courseId') ?? '';
    const course = await ports.preview.takenCourseOf(person, { courseId });
    const preview = placeOf(context);
    const outlineAt = context.req.query('at');
    return answerPage(
      context,
      <CoursePage ui={ui} course={course} preview={preview} notice={notice} outlineAt={outlineAt} />,
    );
  });
  portal.person({ method: 'POST', path: previewPath, access }, async (visit) => {
    const courseId = visit.context.req.param('courseId') ?? '';
    const done = await attempt(visit, emptyForm, () => ports.freeze(visit.person, courseId));
    if (done.ok) return goTo(visit.context, placeOf(visit.context).base);
    return (await editing()).answerCourse(visit, ports, { modules: done.form });
  });
  registerTrial(portal, ports.preview, {
    ...options,
    preview: { path: previewPath, access, placeOf },
  });
}

function registerUploads(portal: Portal, ports: StudioPorts): void {
  const { maxUploadBytes: maxBytes } = ports;
  portal.person({ method: 'GET', path: '/studio/upload', access }, async ({ context, ui }) =>
    answerPage(context, <UploadPage ui={ui} maxBytes={maxBytes} />),
  );
  portal.person(
    { method: 'GET', path: '/studio/courses/:courseId/upload', access },
    async ({ context, ui, person }) => {
      const course = await ports.courseOf(person, context.req.param('courseId') ?? '');
      const wanted = context.req.query('module');
      const module = wanted !== undefined && /^[\w-]{1,64}$/.test(wanted) ? { module: wanted } : {};
      return answerPage(context, <UploadPage ui={ui} maxBytes={maxBytes} course={course} {...module} />);
    },
  );
  registerUploadRequests(portal, ports);
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
const editing = () => import('./editing.tsx');
const modulePages = () => import('./module-pages.tsx');
const newModule = () => import('./new-module.tsx');
const toolPages = () => import('./tool-pages.tsx');
const linkPage = () => import('./link-page.tsx');

function registerEditing(portal: Portal, ports: StudioPorts): void {
  const path = '/studio/courses/:courseId';
  portal.person({ method: 'GET', path, access }, async (visit) => (await editing()).showCourse(visit, ports));
  for (const what of ['structure', 'package'] as const) {
    portal.person({ method: 'GET', path: `${path}/versions/:version/${what}`, access }, async (visit) =>
      (await editing()).exportVersion(visit, ports, what),
    );
  }
  portal.person({ method: 'POST', path: `${path}/details`, access }, async (visit) =>
    (await editing()).saveDetails(visit, ports),
  );
  portal.person({ method: 'POST', path: `${path}/settings`, access }, async (visit) =>
    (await editing()).saveSettings(visit, ports),
  );
  portal.person({ method: 'POST', path: `${path}/submit`, access }, async (visit) =>
    (await editing()).submit(visit, ports),
  );
  portal.person({ method: 'POST', path: `${path}/withdraw`, access }, async (visit) =>
    (await editing()).withdraw(visit, ports),
  );
  portal.person({ method: 'POST', path: `${path}/comments`, access }, async (visit) =>
    (await editing()).comment(visit, ports),
  );
}

function registerModules(portal: Portal, ports: StudioPorts): void {
  const path = '/studio/courses/:courseId/modules';
  portal.person({ method: 'POST', path, access }, async (visit) =>
    (await modulePages()).putBack(visit, ports),
  );
  for (const page of ['link', 'recording', 'article', 'external'] as const) {
    portal.person({ method: 'GET', path: `${path}/new-${page}`, access }, async (visit) =>
      (await newModule()).showNewModule(visit, ports, page),
    );
    portal.person(
      { method: 'POST', path: `${path}/new-${page}`, access, maxBodyBytes: 1024 * 1024 },
      async (visit) => (await newModule()).addOwnModule(visit, ports, page),
    );
  }
  const one = `${path}/:moduleId`;
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await modulePages()).showModule(visit, ports),
  );
  portal.person({ method: 'POST', path: one, access }, async (visit) =>
    (await modulePages()).saveModule(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/link`, access }, async (visit) =>
    (await linkPage()).showLink(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/link`, access }, async (visit) =>
    (await linkPage()).saveLink(visit, ports),
  );
  for (const how of ['up', 'down', 'remove'] as const) {
    portal.person({ method: 'POST', path: `${one}/${how}`, access }, async (visit) =>
      (await modulePages()).moveModule(visit, ports, how),
    );
  }
}

/** Content of tools of universities. */
function registerTools(portal: Portal, ports: StudioPorts): void {
  const path = '/studio/courses/:courseId/tools';
  portal.person({ method: 'GET', path, access }, async (visit) =>
    (await toolPages()).showTools(visit, ports),
  );
  portal.person({ method: 'POST', path, access }, async (visit) =>
    (await toolPages()).addByHand(visit, ports),
  );
  portal.person({ method: 'GET', path: `${path}/pick`, access }, async (visit) =>
    (await toolPages()).pickFromTool(visit, ports),
  );
  portal.person({ method: 'GET', path: `${path}/chosen`, access }, async (visit) =>
    (await toolPages()).showChosen(visit, ports),
  );
}

/** Two ways to end a course, each asked for once more. */
function registerRetiring(portal: Portal, ports: StudioPorts): void {
  registerEnding(portal, ports, {
    how: 'retire',
    words: ({ t }) => ({
      title: t.studio.retireTitle,
      text: t.studio.retireText,
      confirm: t.studio.retireConfirm,
    }),
    end: (person, courseId) => ports.retire(person, courseId),
    done: ({ context }, courseId) => goTo(context, `/studio/courses/${courseId}`, 'retired'),
  });
  registerEnding(portal, ports, {
    how: 'delete',
    words: ({ t }) => ({
      title: t.studio.removeTitle,
      text: t.studio.removeText,
      confirm: t.studio.removeConfirm,
    }),
    end: (person, courseId) => ports.remove(person, courseId),
    done: ({ context }) => goTo(context, '/studio', 'deleted'),
  });
}

interface Ending {
  readonly how: 'retire' | 'delete';
  readonly words: (ui: Ui) => {
    readonly title: (courseTitle: string) => string;
    readonly text: string;
    readonly confirm: string;
  };
  readonly end: (person: PersonVisit['person'], courseId: string) => Promise<void>;
  readonly done: (visit: PersonVisit, courseId: string) => Response;
}

function registerEnding(portal: Portal, ports: StudioPorts, { how, words, end, done }: Ending): void {
  const path = `/studio/courses/:courseId/${how}`;
  const ask = async ({ context, ui, person }: PersonVisit, failure?: string) => {
    const course = await ports.courseOf(person, context.req.param('courseId') ?? '');
    const base = `/studio/courses/${course.courseId}`;
    const { title, text, confirm } = words(ui);
    const heading = title(plainText(ui, course.title));
    const page = (
      <Shell ui={ui} title={heading} section="studio">
        <Confirmation
          ui={ui}
          title={heading}
          text={text}
          action={`${base}/${how}`}
          confirm={confirm}
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
    const ended = await attempt(visit, emptyForm, () => end(visit.person, courseId));
    if (!ended.ok) return ask(visit, ended.form.failure ?? visit.ui.t.problem.other);
    return done(visit, courseId);
  });
}
