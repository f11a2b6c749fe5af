import { type Clock, type Digest, type Ids, type LanguageMap, Unavailable } from '@sinau/kernel';
import { buildStructure, isBarePackage, type StructureDeps } from './build-structure.ts';
import type { Course, CourseDraft, CourseId, CourseVersion } from './course.ts';
import { noDetails, openAdmission } from './course-details.ts';
import { CourseNotFound } from './errors.ts';
import type { ImportJob, ImportReport } from './import-job.ts';
import { type CourseModule, type CoursePackage, maxModules, type PackageContent, rulesOf } from './module.ts';
import type { ContentRoom, CourseStore, ImportJobStore } from './ports.ts';

export interface CommitDeps extends StructureDeps {
  readonly courses: Pick<CourseStore, 'find' | 'findVersion' | 'listPackages'>;
  readonly jobs: Pick<ImportJobStore, 'commit'>;
  readonly content: Pick<ContentRoom, 'readPackage' | 'writeStructure' | 'discard'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

interface Made {
  readonly job: ImportJob;
  readonly report: ImportReport;
  readonly content: PackageContent;
  readonly files: { readonly fileCount: number; readonly totalBytes: number };
  readonly origin: { readonly originHash: string; readonly versionId: string };
}

const maxRaces = 10;

/**
 * Turns a checked and unpacked package into a module of its course, or into a new course, and freezes what the course
 * then is as its next version. Two imports of one course at once get two numbers: the loser of the race reads the course
 * again. Rejects with `NotPublishable` when the package cannot stand beside the other modules, with `CourseNotFound` when
 * the course was deleted meanwhile.
 */
export async function commitVersion(deps: CommitDeps, made: Made): Promise<'stored' | 'job-conflict'> {
  const courseId = made.job.targetCourseId ?? (deps.ids.uuid() as CourseId);
  for (let race = 0; race < maxRaces; race += 1) {
    const before = made.job.targetCourseId ? await deps.courses.find(courseId) : undefined;
    if (made.job.targetCourseId && !before) throw new CourseNotFound();
    const course = await withPackage(deps, made, { courseId, before });
    const version = await freeze(deps, course, { ...made.origin, added: made.files });
    const outcome = await deps.jobs.commit({
      course: { ...course, latestVersion: version.version },
      version,
      package: packageOf(made, courseId, course.updatedAt),
      job: passedJob(made, { course, version }),
    });
    if (outcome === 'stored') return outcome;
    // A structure that was made for this version alone; the package keeps its own until the import gives up.
    if (version.originHash !== made.origin.originHash) await deps.content.discard(version.originHash);
    if (outcome === 'job-conflict') return outcome;
  }
  throw new Unavailable('The course is being changed by others too often.');
}

/** Structure and row of the next version of a course, as its draft stands; the row is not stored yet. */
export async function freeze(
  deps: Pick<CommitDeps, 'content' | 'activityBase' | 'digest' | 'courses' | 'ids'>,
  course: Course,
  of: {
    readonly versionId: string;
    /** Of a package that has no row yet. */
    readonly added?: { readonly fileCount: number; readonly totalBytes: number };
  },
): Promise<CourseVersion> {
  const { courseId, draft } = course;
  const structure = await buildStructure(deps, { courseId, ...draft });
  const bare = isBarePackage(draft.modules);
  const own = deps.digest.sha256(`structure:${deps.ids.uuid()}`).slice(0, 32);
  const originHash = (bare && draft.modules[0]?.originHash) || own;
  if (!bare) await deps.content.writeStructure(originHash, structure);
  const used = new Set(draft.modules.map(({ packageId }) => packageId));
  const packages = (await deps.courses.listPackages(courseId)).filter((one) => used.has(one.packageId));
  const { title, description, jp, details, modules } = draft;
  return {
    courseId,
    version: course.latestVersion + 1,
    versionId: of.versionId,
    originHash,
    ...{ modules, title, description, details },
    ...(jp !== undefined && { jp }),
    auCount: structure.aus.length,
    fileCount: sum(packages.map(({ fileCount }) => fileCount)) + (of.added?.fileCount ?? 0),
    totalBytes: sum(packages.map(({ totalBytes }) => totalBytes)) + (of.added?.totalBytes ?? 0),
    importedAt: course.updatedAt,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

async function withPackage(
  deps: CommitDeps,
  made: Made,
  at: { readonly courseId: CourseId; readonly before: Course | undefined },
): Promise<Course> {
  const { job } = made;
  const { courseId, before } = at;
  const now = deps.clock.now().toISOString();
  const title = titleOf(made);
  const description = descriptionOf(made.content);
  if (!before) {
    const draft = { title, description, details: noDetails, modules: [newModule(deps, made)] };
    return {
      ...{ courseId, providerId: job.providerId, title, description, details: noDetails, draft },
      ...{ admission: openAdmission, versionRule: 'stay', status: 'draft', latestVersion: 0 },
      ...{ createdAt: now, updatedAt: now, rev: 1 },
    };
  }
  const modulesBefore = await modulesOf(deps, before);
  const modules = place(deps, modulesBefore, made);
  // A course that had its words before its first package keeps them.
  const whole = modulesBefore.length > 0 && modules.length === 1 && job.targetModule !== 'new';
  const draft: CourseDraft = { ...before.draft, ...(whole && { title, description }), modules };
  return {
    ...before,
    // What learners see of a published course changes by publication only.
    ...(before.status === 'draft' && { title: draft.title, description: draft.description }),
    draft,
    updatedAt: now,
    rev: before.rev + 1,
  };
}

/** Modules of the draft; courses from before modules have them in their latest version. */
export async function modulesOf(
  deps: { readonly courses: Pick<CourseStore, 'findVersion'> },
  { courseId, draft, latestVersion }: Course,
): Promise<readonly CourseModule[]> {
  if (draft.modules.length > 0 || latestVersion === 0) return draft.modules;
  return (await deps.courses.findVersion(courseId, latestVersion))?.modules ?? [];
}

/** Where the package goes: in the place of a module, behind the last one, or instead of everything. */
function place(deps: CommitDeps, modules: readonly CourseModule[], made: Made): readonly CourseModule[] {
  const { targetModule } = made.job;
  const [only] = modules;
  const replaced = targetModule ?? (modules.length === 1 ? only?.moduleId : undefined);
  if (modules.some(({ moduleId }) => moduleId === replaced)) {
    return modules.map((module) => (module.moduleId === replaced ? replacedModule(module, made) : module));
  }
  return [...modules, newModule(deps, made)].slice(0, maxModules);
}

function newModule(deps: Pick<CommitDeps, 'ids'>, made: Made): CourseModule {
  return {
    moduleId: deps.ids.uuid(),
    ...packageIn(made),
    required: true,
    after: [],
    ...rulesOf(made.content),
  };
}

function replacedModule(module: CourseModule, made: Made): CourseModule {
  const { moduleId, required, after, moveOn, share, quiz, statusMayFall, completion, frame } = module;
  const fresh = packageIn(made);
  const rule =
    fresh.kind === module.kind
      ? {
          ...(moveOn && { moveOn }),
          ...(share !== undefined && { share }),
          ...(quiz && { quiz }),
          ...(statusMayFall && { statusMayFall }),
          ...(completion && { completion }),
          ...(frame && { frame }),
        }
      : rulesOf(made.content);
  return { moduleId, ...fresh, required, after, ...rule };
}

function packageIn(
  made: Made,
): Pick<CourseModule, 'kind' | 'packageId' | 'originHash' | 'title' | 'auCount'> {
  return {
    kind: made.content.kind,
    packageId: made.job.jobId,
    originHash: made.origin.originHash,
    title: titleOf(made),
    auCount: auCountOf(made.content),
  };
}

function packageOf(made: Made, courseId: CourseId, importedAt: string): CoursePackage {
  const { job, files } = made;
  return {
    ...packageIn(made),
    courseId,
    providerId: job.providerId,
    description: descriptionOf(made.content),
    ...files,
    fileName: job.fileName,
    importedAt,
  };
}

function passedJob(made: Made, of: { readonly course: Course; readonly version: CourseVersion }): ImportJob {
  const { job, report } = made;
  const { attempt: _ended, ...rest } = job;
  const { courseId, updatedAt } = of.course;
  return {
    ...rest,
    state: 'passed',
    progress: { done: job.progress.total, total: job.progress.total },
    abandonedOrigins: [],
    report,
    result: {
      courseId,
      version: of.version.version,
      title: titleOf(made),
      kind: made.content.kind,
      auCount: auCountOf(made.content),
    },
    updatedAt,
    rev: job.rev + 1,
  };
}

const auCountOf = (content: PackageContent) => (content.kind === 'cmi5' ? content.structure.aus.length : 1);

function descriptionOf(content: PackageContent): LanguageMap {
  if (content.kind === 'cmi5') return content.structure.course.description;
  return 'media' in content ? (content.media.wording?.description ?? {}) : {};
}

function titleOf({ content, job }: Made): LanguageMap {
  if (content.kind === 'cmi5' && Object.keys(content.structure.course.title).length > 0) {
    return content.structure.course.title;
  }
  const wording = 'media' in content ? content.media.wording : undefined;
  if (wording && Object.keys(wording.title).length > 0) return wording.title;
  const title = ownTitle(content);
  return { und: title.trim() === '' ? job.fileName : title };
}

function ownTitle(content: PackageContent): string {
  if ('media' in content) return content.media.title;
  if ('quiz' in content) return content.quiz.title;
  return 'course' in content ? content.course.title : '';
}
