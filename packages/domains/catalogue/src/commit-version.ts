import type { CourseStructure } from '@sinau/cmi5';
import { type Clock, type Ids, type LanguageMap, Unavailable } from '@sinau/kernel';
import type { Course, CourseId, CourseVersion } from './course.ts';
import type { ImportJob, ImportReport } from './import-job.ts';
import type { CourseStore, ImportJobStore } from './ports.ts';

export interface CommitDeps {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly jobs: Pick<ImportJobStore, 'commit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Made {
  readonly job: ImportJob;
  readonly report: ImportReport;
  readonly structure: CourseStructure;
  readonly files: { readonly fileCount: number; readonly totalBytes: number };
  readonly origin: { readonly originHash: string; readonly versionId: string };
}

const maxRaces = 10;

/**
 * Turns a checked and unpacked package into the next version of its course, or into a new course. Two imports of one
 * course at once get two numbers: the loser of the race reads the course again.
 */
export async function commitVersion(deps: CommitDeps, made: Made): Promise<'stored' | 'job-conflict'> {
  const courseId = made.job.targetCourseId ?? (deps.ids.uuid() as CourseId);
  for (let race = 0; race < maxRaces; race += 1) {
    const before = made.job.targetCourseId ? await deps.courses.find(courseId) : undefined;
    if (made.job.targetCourseId && !before) throw new Error('the course of an import is gone');
    const outcome = await deps.jobs.commit(changeOf(made, { courseId, before, now: deps.clock.now() }));
    if (outcome !== 'course-conflict') return outcome;
  }
  throw new Unavailable('The course is being changed by others too often.');
}

function changeOf(
  made: Made,
  at: { readonly courseId: CourseId; readonly before: Course | undefined; readonly now: Date },
): { job: ImportJob; course: Course; version: CourseVersion } {
  const { job, structure, origin, files } = made;
  const { courseId, before } = at;
  const now = at.now.toISOString();
  const title = titleOf(structure.course.title, job.fileName);
  const { description } = structure.course;
  const version = (before?.latestVersion ?? 0) + 1;
  const { attempt: _ended, ...rest } = job;
  return {
    job: {
      ...rest,
      state: 'passed',
      progress: { done: job.progress.total, total: job.progress.total },
      abandonedOrigins: [],
      report: made.report,
      result: { courseId, version, title, auCount: structure.aus.length },
      updatedAt: now,
      rev: job.rev + 1,
    },
    version: {
      courseId,
      version,
      ...origin,
      modules: [{ moduleId: `${courseId}.${version}`, kind: 'cmi5', packageId: job.jobId, title }],
      title,
      description,
      auCount: structure.aus.length,
      ...files,
      importedAt: now,
    },
    course: before
      ? {
          ...before,
          // What learners see of a published course changes by publication only.
          ...(before.status === 'draft' && { title, description }),
          latestVersion: version,
          updatedAt: now,
          rev: before.rev + 1,
        }
      : {
          courseId,
          providerId: job.providerId,
          title,
          description,
          status: 'draft',
          latestVersion: version,
          createdAt: now,
          updatedAt: now,
          rev: 1,
        },
  };
}

function titleOf(title: LanguageMap, fileName: string): LanguageMap {
  return Object.keys(title).length > 0 ? title : { und: fileName };
}
