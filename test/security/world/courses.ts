import type { CourseId, ImportJob, JobId } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { courseOf as courseRowOf, packageOf, versionOf } from '@sinau/catalogue/testing';
import { courseOf, fetchIdIn } from '@sinau/delivery/testing';
import type { Jp, ProviderId, Tenant } from '@sinau/kernel';
import { names } from '../../../functions/dev-server/services.ts';
import type { Parts } from '../../../functions/shared/parts.ts';
import type { Cast } from './cast.ts';
import { origin, system } from './system.ts';

interface MadeCourse {
  readonly courseId: string;
  readonly jobId: string;
}

/** A published course of each provider, and a learner who has launched the first part of provider A's. */
export async function makeCourses(given: {
  readonly parts: Parts;
  readonly cast: Cast;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
}) {
  const { parts, cast, ask } = given;
  const { providerA, providerB } = cast.tenants;
  const course = await makeCourse(parts, providerA, 'Kursus A');
  const foreignCourse = await makeCourse(parts, providerB, 'Kursus B');

  /** Enrols (once) and launches as a browser does; resolves to the launch URL of the AU. */
  async function launch(): Promise<string> {
    const headers = { ...(await cast.signedIn('learner')), origin };
    await ask(`/courses/${course.courseId}/enrol`, { method: 'POST', headers });
    const launched = await ask(`/courses/${course.courseId}/learn/1/launch`, { headers });
    const location = launched.headers.get('location');
    if (launched.status !== 303 || !location) throw new Error(`${launched.status} ${await launched.text()}`);
    return location;
  }

  /** Headers of an AU that has just been launched and has fetched its token. */
  async function launchedAu(): Promise<Record<string, string>> {
    const answer = await ask(`/launch/fetch/${fetchIdIn(await launch())}`, { method: 'POST' });
    const { 'auth-token': token } = (await answer.json()) as { 'auth-token'?: string };
    if (!token) throw new Error('the fetch URL gave no token');
    return { authorization: `Basic ${token}` };
  }

  return { course, foreignCourse, launch, launchedAu };
}

async function makeCourse(parts: Parts, tenant: Tenant, title: string): Promise<MadeCourse> {
  const stores = { dynamo: parts.dynamo, table: names.lmsTable };
  const providerId = (tenant.kind === 'provider' ? tenant.providerId : '') as ProviderId;
  const { ids, clock } = system;
  const [courseId, jobId, versionId] = [ids.uuid() as CourseId, ids.uuid() as JobId, ids.uuid()];
  const originHash = versionId.replaceAll('-', '');
  const at = clock.now().toISOString();
  const words = { title: { id: title }, description: { id: 'Untuk pengujian.' } };
  const course = courseRowOf({
    ...{ courseId, providerId, ...words, jp: 400 as Jp, status: 'published' },
    ...{ publishedVersion: 1, publishedAt: at },
  });
  const version = versionOf({ courseId, versionId, originHash, ...words });
  const job: ImportJob = {
    ...{ jobId, providerId, uploadKey: `uploads/${providerId}/${jobId}`, fileName: 'kursus.zip' },
    ...{ sizeBytes: 9, state: 'running', progress: { done: 1, total: 1 }, tries: 1, abandonedOrigins: [] },
    ...{ createdAt: at, updatedAt: at, rev: 1 },
  };
  const jobs = createImportJobStore(stores);
  await jobs.create(job);
  await jobs.commit({
    job: { ...job, state: 'passed', rev: 2 },
    course,
    version,
    package: packageOf({ courseId, providerId, originHash }),
  });
  const content = createContentRoom({ content: parts.objects(names.content) });
  await content.writeStructure(originHash, courseOf([['Completed']], { title: { id: 'Bagian' } }));
  if (!(await createCourseStore(stores).find(courseId))) throw new Error('the course was not stored');
  return { courseId, jobId };
}
