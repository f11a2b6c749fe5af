import {
  type AddModuleDeps,
  addModule,
  type Course,
  type CourseId,
  type CourseModule,
  CourseNotFound,
  type CourseVersion,
  cancelUpload,
  changeSettings,
  classificationSchema,
  commentReview,
  compareDraft,
  createPartUpload,
  createUpload,
  deleteCourse,
  editDraft,
  exportPackage,
  exportStructure,
  freezeDraft,
  getCourse,
  getImportReport,
  getUpload,
  type ImportJob,
  type JobId,
  listImports,
  listProviderCourses,
  NotPublishable,
  ownCourse,
  retireCourse,
  signParts,
  startImport,
  submitForReview,
  withdrawReview,
} from '@sinau/catalogue';
import { organisationName } from '@sinau/identity';
import { InvalidInput, type PersonPrincipal } from '@sinau/kernel';
import type {
  CourseFacts,
  ImportState,
  ImportStep,
  ImportSummary,
  ImportView,
  ModuleView,
  StudioCourse,
  StudioCourseView,
  StudioPorts,
} from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import { classificationChoices } from './classification-names.ts';
import { changesOf, commentsOf, factsOf, jpOf, moduleView } from './course-facts.ts';
import type { PortalDeps } from './deps.ts';
import { joinLinks, linkTroubles } from './join-links.ts';
import { joinTools } from './join-tools.ts';
import { joinTrial } from './join-trial.ts';

const shownCourses = 100;
const shownImports = 10;
const shownPackages = 50;

export function joinStudio(deps: PortalDeps): StudioPorts {
  const imports = { ...deps, queue: deps.importQueue };
  const exporting = { ...deps, content: deps.contentRoom };
  const own = (principal: PersonPrincipal, courseId: string) =>
    getCourse(deps, { principal, courseId: courseId as CourseId });
  return {
    maxUploadBytes: deps.maxPackageBytes,
    mediaOrigins: deps.mediaOrigins,
    ...joinTools(deps),
    ...joinLinks(deps),
    studioOf: (principal, after) => studioOf(deps, principal, after),
    courseOf: (principal, courseId) => courseOf(deps, principal, courseId as CourseId),
    startUpload: async (principal, file) => {
      if (file.inParts) {
        const { jobId } = await createPartUpload(deps, { principal, request: file });
        return { uploadId: jobId };
      }
      const { jobId, url } = await createUpload(deps, { principal, request: file });
      return { uploadId: jobId, url, headers: { 'content-type': file.contentType } };
    },
    uploadOf: (principal, uploadId) => getUpload(deps, { principal, jobId: uploadId as JobId }),
    signParts: (principal, uploadId, partNumbers) =>
      signParts(deps, { principal, jobId: uploadId as JobId, partNumbers }),
    cancelUpload: (principal, uploadId) => cancelUpload(deps, { principal, jobId: uploadId as JobId }),
    finishUpload: async (principal, uploadId, parts) => {
      const asked = { principal, jobId: uploadId as JobId, ...(parts && { parts }) };
      const { jobId } = await startImport(imports, asked);
      return { importId: jobId };
    },
    importOf: async (principal, importId) =>
      importView(await getImportReport(deps, { principal, jobId: importId as JobId })),
    structureOf: (principal, { courseId, version }) =>
      exportStructure(exporting, { principal, courseId: courseId as CourseId, version }),
    packageOf: (principal, { courseId, version }) =>
      exportPackage(exporting, { principal, courseId: courseId as CourseId, version }),
    ...joinEditor(deps),
    remove: async (principal, courseId) => {
      const closing = (id: CourseId) => deps.enrolments.closing(id);
      const removing = { ...deps, content: deps.contentRoom, closing };
      await deleteCourse(removing, { principal, courseId: courseId as CourseId });
    },
    retire: async (principal, courseId) => {
      await retireCourse(deps, { principal, courseId: courseId as CourseId });
    },
    freeze: async (principal, courseId) => {
      const { contentRoom: content, addresses } = deps;
      const editing = { ...deps, content, activityBase: addresses.activityBase };
      await freezeDraft(editing, { principal, courseId: courseId as CourseId });
    },
    preview: joinTrial(deps, async (principal, { courseId }) => {
      const { course } = await own(principal, courseId);
      const version = await deps.courses.findVersion(course.courseId, course.latestVersion);
      if (!version) throw new CourseNotFound();
      return { course, version };
    }),
  };
}

type EditorPorts = Pick<
  StudioPorts,
  'editDraft' | 'addModule' | 'changeSettings' | 'submit' | 'withdraw' | 'comment'
>;

function joinEditor(deps: PortalDeps): EditorPorts {
  const { contentRoom: content, addresses } = deps;
  const editing: AddModuleDeps = { ...deps, content, activityBase: addresses.activityBase };
  const at = (principal: PersonPrincipal, courseId: string) =>
    ({ principal, courseId: courseId as CourseId }) as const;
  return {
    editDraft: async (principal, courseId, { facts, modules, ...words }) => {
      const edit = {
        ...words,
        ...(facts && { details: detailsOf(facts) }),
        ...(modules && { modules: modules.map(({ after, ...one }) => ({ ...one, ...copyOf(after) })) }),
      };
      await editDraft(editing, { ...at(principal, courseId), edit });
    },
    addModule: async (principal, courseId, module) => {
      await addModule(editing, { ...at(principal, courseId), module });
    },
    changeSettings: async (principal, courseId, settings) => {
      await changeSettings(editing, { ...at(principal, courseId), settings });
    },
    submit: async (principal, courseId, comment) => {
      const submission = comment === undefined ? {} : { comment };
      await submitForReview(editing, { ...at(principal, courseId), submission });
    },
    withdraw: async (principal, courseId) => {
      await withdrawReview(editing, at(principal, courseId));
    },
    comment: async (principal, courseId, { version, text }) => {
      await commentReview(editing, { ...at(principal, courseId), version, comment: { text } });
    },
  };
}

function detailsOf({ competencies, languages, classification, ...facts }: CourseFacts) {
  const read = classification && classificationSchema.safeParse(classification);
  if (read && !read.success) throw new InvalidInput('The course is classified by what no list has.');
  return {
    ...{ ...facts, competencies: [...competencies], languages: [...languages] },
    ...(read && { classification: read.data }),
  };
}
const copyOf = (after: readonly string[] | undefined) => (after ? { after: [...after] } : {});

/** The draft with everything an author decides on. */
async function courseOf(
  deps: PortalDeps,
  principal: PersonPrincipal,
  courseId: CourseId,
): Promise<StudioCourseView> {
  const course = await ownCourse(deps, { principal, courseId });
  const { draft, versionRule, rev } = course;
  const [versions, packages] = await Promise.all([
    deps.courses.listVersions(courseId),
    deps.courses.listPackages(courseId),
  ]);
  const reviewed = course.inReview ?? course.latestVersion;
  const { contentRoom: content, addresses } = deps;
  const comparing = { ...deps, content, activityBase: addresses.activityBase };
  const [review, troubles, difference] = await Promise.all([
    deps.courses.findReview(courseId, reviewed),
    linkTroubles(deps, course),
    // Modules that cannot stand side by side are told when the draft is submitted.
    compareDraft(comparing, { principal, courseId }).catch(unlessNotPublishable),
  ]);
  const changes = await changesOf(deps, course, difference);
  const modules = await Promise.all(
    draft.modules.map(async (module) => {
      const trouble = troubles.get(module.moduleId);
      return { ...(await withOrigin(deps, principal, module)), ...(trouble && { trouble }) };
    }),
  );
  // What an edit has put in the place of a package stands for it.
  const kept = packages.flatMap(({ supersedes }) => supersedes ?? []);
  const used = new Set([...draft.modules.map(({ packageId }) => packageId), ...kept]);
  return {
    ...summaryOf(course),
    ...{ admission: course.admission, versionRule, rev },
    draft: {
      ...{ title: draft.title, description: draft.description, facts: factsOf(draft.details) },
      ...jpOf(draft, course),
      modules,
    },
    choices: await classificationChoices(draft.details.classification),
    ...(changes && { changes }),
    unused: packages
      .filter(({ packageId }) => !used.has(packageId))
      .slice(0, shownPackages)
      .map(({ packageId, kind, title, importedAt }) => ({ packageId, kind, title, importedAt })),
    ...(review && {
      review: {
        ...{ version: review.version, state: review.state, submittedAt: review.submittedAt },
        comments: commentsOf(review),
      },
    }),
    versions: versions.map((version) => versionOf(version, course)),
  };
}

/** A quiz with the one of the bank that it was made in, as long as that is there. */
async function withOrigin(
  { quizzes }: Pick<PortalDeps, 'quizzes'>,
  { providerId }: PersonPrincipal,
  module: CourseModule,
): Promise<ModuleView> {
  const view = moduleView(module);
  if (module.kind !== 'quiz' || !providerId) return view;
  const quizId = await quizzes.quizOf(providerId, module.packageId);
  const quiz = quizId === undefined ? undefined : await quizzes.find({ providerId, quizId });
  return { ...view, ...(quiz && { madeIn: { quizId: quiz.quizId, title: quiz.title } }) };
}

function unlessNotPublishable(error: unknown): undefined {
  if (!(error instanceof NotPublishable)) throw error;
}

async function studioOf(deps: PortalDeps, principal: PersonPrincipal, after: string | undefined) {
  const { providerId } = principal;
  const pages = sealedPages(deps, { list: 'studio', by: principal });
  const page = { limit: shownCourses, ...pages.open(after) };
  const [provider, { courses, next }, jobs] = await Promise.all([
    providerId && organisationName(deps, { kind: 'provider', providerId }),
    listProviderCourses(deps, { principal, ...page }),
    listImports(deps, { principal }),
  ]);
  return {
    provider: provider ?? '',
    courses: courses.map(summaryOf),
    ...(next !== undefined && { next: pages.seal(next) }),
    // An upload that never arrived is no check.
    imports: jobs
      .filter(({ state }) => state !== 'awaiting-upload' && state !== 'cancelled')
      .slice(0, shownImports)
      .map(importSummary),
  };
}

function summaryOf(course: Course): StudioCourse {
  const { courseId, title, status, publishedVersion, updatedAt } = course;
  const jp = course.jp ?? course.draft.jp;
  return {
    courseId,
    title,
    status,
    changedAt: updatedAt,
    ...(jp !== undefined && { jp }),
    ...(publishedVersion !== undefined && { publishedVersion }),
  };
}

function versionOf({ version, importedAt, auCount, modules }: CourseVersion, course: Course) {
  const published = course.publishedVersion ?? 0;
  const state = version === published ? 'published' : version > published ? 'ready' : 'superseded';
  const isPackage = modules.every(({ kind }) => kind === 'cmi5');
  return { version, importedAt, parts: auCount, state, isPackage } as const;
}

const states: Readonly<Record<ImportJob['state'], ImportState>> = {
  'awaiting-upload': 'running',
  cancelled: 'rejected',
  queued: 'running',
  running: 'running',
  passed: 'accepted',
  refused: 'rejected',
  failed: 'failed',
};

function importSummary({ jobId, fileName, createdAt, state }: ImportJob): ImportSummary {
  return { importId: jobId, fileName, startedAt: createdAt, state: states[state] };
}

function importView(job: ImportJob): ImportView {
  const { report, result, targetCourseId, targetModule, progress } = job;
  const courseId = result?.courseId ?? targetCourseId;
  return {
    ...importSummary(job),
    step: stepOf(job),
    ...(job.state === 'running' && progress.total > 0 && { stored: progress }),
    ...(courseId !== undefined && { courseId }),
    ...(targetModule !== undefined && { module: targetModule }),
    findings: (report?.findings ?? []).map(({ severity, rule, message, mend, file, line, column }) => ({
      severity,
      rule,
      problem: message,
      mend,
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    })),
    ...(result && { content: { title: result.title, parts: result.auCount, files: progress.total } }),
  };
}

function stepOf({ state, progress }: ImportJob): ImportStep {
  if (state === 'passed') return 'done';
  if (state === 'awaiting-upload' || state === 'queued') return 'uploaded';
  return progress.done > 0 ? 'storing' : 'checking';
}
