import { join } from 'node:path';
import {
  type CourseStore,
  type ImportJobStore,
  type ImportQueue,
  listImports,
  listProviderCourses,
  publishCourse,
  submitPackage,
  type UploadRoom,
} from '@sinau/catalogue';
import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { buildSamplePackage } from './sample-course/build-package.ts';

interface Deps {
  readonly courses: CourseStore;
  readonly jobs: ImportJobStore;
  readonly uploads: UploadRoom;
  readonly queue: ImportQueue;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly maxPackageBytes: number;
  /** Folder of the repository, where the sample course's sources are. */
  readonly root: string;
  readonly sleep: (ms: number) => Promise<unknown>;
}

const importSeconds = 60;

/** A real course in the catalogue from the first minute: built, imported and published as an author would. */
export async function seedSampleCourse(deps: Deps, principal: PersonPrincipal): Promise<void> {
  const { courses } = await listProviderCourses(deps, { principal, limit: 1 });
  const imports = await listImports(deps, { principal });
  if (courses.length > 0 || imports.length > 0) return;
  const body = await buildSamplePackage({
    sourceDir: join(deps.root, 'functions/dev-server/sample-course'),
    courseId: 'https://penyedia-contoh.example/kursus/keamanan-informasi',
    title: { id: 'Keamanan informasi sehari-hari', en: 'Everyday information security' },
  });
  const sent = await submitPackage(deps, {
    principal,
    fileName: 'keamanan-informasi.zip',
    contentType: 'application/zip',
    body,
  });
  for (let waited = 0; waited < importSeconds * 10; waited += 1) {
    const job = await deps.jobs.find(sent.jobId);
    if (job?.state === 'passed' && job.result) {
      await publishCourse(deps, { principal, courseId: job.result.courseId, request: { jp: '4' } });
      return;
    }
    if (job?.state === 'refused' || job?.state === 'failed')
      throw new Error('the sample course was not imported');
    await deps.sleep(100);
  }
  throw new Error('the sample course took too long to import');
}
