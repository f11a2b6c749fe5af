import {
  type Course,
  type CourseId,
  CourseNotFound,
  type CourseVersion,
  createUpload,
  getCourse,
  getImportReport,
  type ImportJob,
  type JobId,
  listImports,
  listProviderCourses,
  publishCourse,
  retireCourse,
  startImport,
} from '@sinau/catalogue';
import { organisationName } from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import type {
  ImportState,
  ImportStep,
  ImportSummary,
  ImportView,
  StudioCourse,
  StudioPorts,
} from '@sinau/web';
import { previewCourse } from './course-view.ts';
import type { PortalDeps } from './deps.ts';

const shownCourses = 200;
const shownImports = 10;

export function joinStudio(deps: PortalDeps): StudioPorts {
  const imports = { ...deps, queue: deps.importQueue };
  const own = (principal: PersonPrincipal, courseId: string) =>
    getCourse(deps, { principal, courseId: courseId as CourseId });
  return {
    maxUploadBytes: deps.maxPackageBytes,
    studioOf: (principal) => studioOf(deps, principal),
    courseOf: async (principal, courseId) => {
      const { course, versions } = await own(principal, courseId);
      return {
        ...summaryOf(course),
        description: course.description,
        latestVersion: course.latestVersion,
        versions: versions.map((version) => versionOf(version, course)),
      };
    },
    startUpload: async (principal, file) => {
      const { jobId, url } = await createUpload(deps, { principal, request: file });
      return { uploadId: jobId, url, headers: { 'content-type': file.contentType } };
    },
    finishUpload: async (principal, uploadId) => {
      const { jobId } = await startImport(imports, { principal, jobId: uploadId as JobId });
      return { importId: jobId };
    },
    importOf: async (principal, importId) =>
      importView(await getImportReport(deps, { principal, jobId: importId as JobId })),
    publish: async (principal, courseId, publication) => {
      const { jp, ...rest } = publication;
      const request = { ...rest, jp: String(jp / 100) };
      await publishCourse(deps, { principal, courseId: courseId as CourseId, request });
    },
    retire: async (principal, courseId) => {
      await retireCourse(deps, { principal, courseId: courseId as CourseId });
    },
    preview: {
      courseOf: async (principal, courseId) => {
        const { course } = await own(principal, courseId);
        if (course.latestVersion < 1) throw new CourseNotFound();
        return previewCourse(deps, course);
      },
    },
  };
}

async function studioOf(deps: PortalDeps, principal: PersonPrincipal) {
  const { providerId } = principal;
  const [provider, { courses }, jobs] = await Promise.all([
    providerId && organisationName(deps, { kind: 'provider', providerId }),
    listProviderCourses(deps, { principal, limit: shownCourses }),
    listImports(deps, { principal }),
  ]);
  return {
    provider: provider ?? '',
    courses: courses.map(summaryOf),
    // An upload that never arrived is no check.
    imports: jobs
      .filter(({ state }) => state !== 'awaiting-upload')
      .slice(0, shownImports)
      .map(importSummary),
  };
}

function summaryOf(course: Course): StudioCourse {
  const { courseId, title, status, jp, publishedVersion, updatedAt } = course;
  return {
    courseId,
    title,
    status,
    changedAt: updatedAt,
    ...(jp !== undefined && { jp }),
    ...(publishedVersion !== undefined && { publishedVersion }),
  };
}

function versionOf({ version, importedAt, auCount }: CourseVersion, course: Course) {
  const published = course.publishedVersion ?? 0;
  const state = version === published ? 'published' : version > published ? 'ready' : 'superseded';
  return { version, importedAt, parts: auCount, state } as const;
}

const states: Readonly<Record<ImportJob['state'], ImportState>> = {
  'awaiting-upload': 'running',
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
  const { report, result, targetCourseId, progress } = job;
  const courseId = result?.courseId ?? targetCourseId;
  return {
    ...importSummary(job),
    step: stepOf(job),
    ...(courseId !== undefined && { courseId }),
    findings: (report?.findings ?? []).map(({ severity, rule, message, mend, file, line }) => ({
      severity,
      rule,
      problem: message,
      mend,
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
    })),
    ...(result && { content: { title: result.title, parts: result.auCount, files: progress.total } }),
  };
}

function stepOf({ state, progress }: ImportJob): ImportStep {
  if (state === 'passed') return 'done';
  if (state === 'awaiting-upload' || state === 'queued') return 'uploaded';
  return progress.done > 0 ? 'storing' : 'checking';
}
